package io.github.slacklogging.link;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Incident;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LogStoreLinksTests {

	private static final Map<String, String> PARTS = new HashMap<>();
	static {
		PARTS.put("base-url", "https://logs.example.org/base/");
		for (String part : List.of("index-pattern-id", "data-view-id", "datasource-uid", "workspace", "log-group",
				"project", "dataset", "team", "source")) {
			PARTS.put(part, "our-" + part);
		}
		PARTS.put("region", "eu-central-1");
		PARTS.put("site", "example.org");
	}

	private final List<String> trouble = new ArrayList<>();

	private final Found found = Found.logged("Order {} not found in {}")
		.as("Order 4711 not found in west")
		.mdc("traceId", "64f0c1d2a3b4c5d6e7f8091a2b3c4d5e");

	private final MaskedGroup group = this.found.group();

	@ParameterizedTest
	@EnumSource
	void everyStoreLinksTheLineTheKindAndTheTrace(LinkType type) {
		LogStoreLinks links = links(type, null, Map.of());
		String line = decoded(links.line(this.group, this.found.event()));
		assertThat(line).contains("7k3q9m2x4h8vt-1c");
		assertThat(decoded(links.trace(this.group, this.found.event()))).contains("64f0c1d2a3b4c5d6e7f8091a2b3c4d5e");
		if (type == LinkType.BETTER_STACK) {
			assertThat(links.alike(this.group)).isEmpty();
		}
		else {
			assertThat(decoded(links.alike(this.group))).contains("OrderService", "not found in");
		}
		assertThat(this.trouble).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void everyAddressIsEncodedInFullAndShort(LinkType type) {
		String nasty = "a \"b\" 'c' | ` + % # & ; \\ <d> !(e)* $f {g} 😀 ";
		Found hostile = Found.logged(nasty.repeat(50)).by(nasty).mdc("traceId", "64f0c1d2a3b4c5d6");
		LogStoreLinks links = links(type, null, Map.of());
		for (Optional<URI> link : List.of(links.line(hostile.group(), hostile.event()), links.alike(hostile.group()),
				links.trace(hostile.group(), hostile.event()))) {
			link.ifPresent((address) -> {
				assertThat(address.toString()).hasSizeLessThan(2_000)
					.matches("[\\x21-\\x7E]+")
					.doesNotContain("<", ">", "\"", "|", "+", "`");
				assertThat(address.toString()).startsWith("https://");
			});
		}
		assertThat(this.trouble).isEmpty();
	}

	@Test
	void windowReachesFromBeforeTheFirstToBehindTheLatest() {
		LogStoreLinks links = links(LinkType.DATADOG, null, Map.of());
		long noon = Found.NOON.toEpochMilli();
		long margin = Duration.ofMinutes(2).toMillis();
		assertThat(decoded(links.line(this.group, this.found.event()))).contains("from_ts=" + (noon - margin),
				"to_ts=" + (noon + margin));
		assertThat(decoded(links.alike(this.group))).contains("from_ts=" + (noon - 600_000 - margin),
				"to_ts=" + (noon + margin));
	}

	@Test
	void columnsAreShedFirstThenPhrases() {
		LogStoreLinks links = links(LinkType.OPENSEARCH_DASHBOARDS, null, Map.of());
		int most = 1_999 - length(links, 1) + 1;
		assertThat(shed(links, most)).contains("columns", "not found in", "\"Order\"");
		assertThat(shed(links, most + 1)).contains("not found in", "\"Order\"").doesNotContain("log.level");
		int withoutColumns = most + 1 + 1_999 - length(links, most + 1);
		assertThat(shed(links, withoutColumns)).contains("not found in", "\"Order\"");
		assertThat(shed(links, withoutColumns + 1)).contains("not found in").doesNotContain("\"Order\"");
		assertThat(shed(links, withoutColumns + 60)).doesNotContain("not found in");
		assertThat(links.alike(this.found.by("x".repeat(2_000)).group())).isEmpty();
	}

	private int length(LogStoreLinks links, int logger) {
		return links.alike(this.found.by("x".repeat(logger)).group()).orElseThrow().toString().length();
	}

	private String shed(LogStoreLinks links, int logger) {
		return decoded(links.alike(this.found.by("x".repeat(logger)).group()));
	}

	@Test
	void addressOf1999CharactersIsWholeAndOneMoreIsShed() {
		LogStoreLinks links = links(LinkType.SEQ, null, Map.of());
		int fixed = links.alike(bare(1)).orElseThrow().toString().length() - 1;
		assertThat(links.alike(bare(1_999 - fixed)).orElseThrow().toString()).hasSize(1_999);
		assertThat(links.alike(bare(2_000 - fixed))).isEmpty();
	}

	@Test
	void namesOfFieldsAreThoseOfTheStoreThePresetOrTheTeam() {
		assertThat(decoded(links(LinkType.KIBANA, null, Map.of()).trace(this.group, this.found.event())))
			.contains("traceId : \"64f0");
		assertThat(decoded(links(LinkType.KIBANA, FieldPreset.ECS, Map.of()).trace(this.group, this.found.event())))
			.contains("trace.id : \"64f0");
		assertThat(decoded(links(LinkType.KIBANA, FieldPreset.LOGSTASH, Map.of()).alike(this.group)))
			.contains("logger_name : \"com.acme");
		assertThat(decoded(links(LinkType.KIBANA, FieldPreset.ECS, Map.of("logid", "event.id")).line(this.group,
				this.found.event())))
			.contains("event.id : \"7k3q");
	}

	@Test
	void linksToOurOwnDocumentsNameTheirFields() {
		LogStoreLinks links = links(LinkType.OPENSEARCH_DASHBOARDS, FieldPreset.OPENSEARCH, Map.of());
		assertThat(decoded(links.line(this.group, this.found.event()))).contains("log_id : \"7k3q");
		assertThat(decoded(links.alike(this.group))).contains("logger : \"com.acme").doesNotContain("log.logger");
		assertThat(decoded(links.trace(this.group, this.found.event()))).contains("trace.id : \"64f0");
	}

	@Test
	void labelOfLokiIsNoFieldOfALine() {
		assertThat(decoded(
				links(LinkType.GRAFANA_LOKI, FieldPreset.LOGSTASH, Map.of()).line(this.group, this.found.event())))
			.contains("{service_name=");
		assertThat(decoded(links(LinkType.GRAFANA_LOKI, FieldPreset.LOGSTASH, Map.of("service", "app")).line(this.group,
				this.found.event())))
			.contains("{app=");
	}

	@Test
	void googleKeepsTheFieldsOfALineInItsPayload() {
		assertThat(decoded(
				links(LinkType.GOOGLE_CLOUD_LOGGING, FieldPreset.BOOT, Map.of()).line(this.group, this.found.event())))
			.contains("jsonPayload.log_id=\"7k3q");
		assertThat(decoded(links(LinkType.GOOGLE_CLOUD_LOGGING, FieldPreset.ECS, Map.of("trace-id", "trace"))
			.trace(this.group, this.found.event()))).contains("query=trace=\"projects/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.***", "com.acme.Ord…" })
	void loggerThatWasMaskedOrCutIsNotLookedFor(String logger) {
		assertThat(decoded(links(LinkType.KIBANA, null, Map.of()).alike(this.found.by(logger).group())))
			.contains("not found in")
			.doesNotContain("log.logger :");
		assertThat(links(LinkType.KIBANA, null, Map.of()).alike(Found.logged("{}").by(logger).group())).isEmpty();
	}

	@Test
	void eventWithoutATraceHasNoLinkToOne() {
		Found untraced = Found.logged("x");
		assertThat(links(LinkType.KIBANA, null, Map.of()).trace(untraced.group(), untraced.event())).isEmpty();
	}

	@Test
	void templateLinksTheLineOrTheKind() {
		LogStoreLinks line = templates("https://l.example.org/{logId}", null);
		assertThat(line.line(this.group, this.found.event()))
			.contains(URI.create("https://l.example.org/7k3q9m2x4h8vt-1c"));
		assertThat(line.alike(this.group)).isEmpty();
		assertThat(line.trace(this.group, this.found.event())).isEmpty();
		LogStoreLinks kind = templates("https://l.example.org/{fingerprint}?{from}", null);
		assertThat(kind.line(this.group, this.found.event())).isEmpty();
		assertThat(kind.alike(this.group))
			.contains(URI.create("https://l.example.org/k7f3q2a?2026-08-14T11%3A48%3A00.250Z"));
	}

	@Test
	void traceHasATemplateOfItsOwnBesideAType() {
		LogStoreLinks links = new LogStoreLinks(new LogStoreLinks.Settings(LinkType.KIBANA, PARTS, null, Map.of(), null,
				"https://tempo.example.org/{traceId}", Duration.ofMinutes(2)), "orders-api", this.trouble::add);
		assertThat(links.trace(this.group, this.found.event()))
			.contains(URI.create("https://tempo.example.org/64f0c1d2a3b4c5d6e7f8091a2b3c4d5e"));
		assertThat(links.line(this.group, this.found.event()).orElseThrow().getHost()).isEqualTo("logs.example.org");
	}

	@Test
	void nothingConfiguredLinksNothing() {
		LogStoreLinks links = new LogStoreLinks(LogStoreLinks.Settings.none(), "orders-api", this.trouble::add);
		assertThat(links.line(this.group, this.found.event())).isEmpty();
		assertThat(links.alike(this.group)).isEmpty();
		assertThat(links.trace(this.group, this.found.event())).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void everyPartThatIsMissingIsNamed(LinkType type) {
		if (type == LinkType.DATADOG) {
			// whose only part has a usual value
			return;
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LogStoreLinks(new LogStoreLinks.Settings(type, Map.of("base-url", " "), null,
					Map.of(), null, null, Duration.ofMinutes(2)), "orders-api", this.trouble::add))
			.withMessageMatching("slack\\.logging\\.link\\.[a-z-]+ must be set for slack\\.logging\\.link\\.type="
					+ type.word()
					+ "(, and so must slack\\.logging\\.link\\.[a-z-]+( and slack\\.logging\\.link\\.[a-z-]+)*)?");
	}

	@Test
	void hostMayBearTheNameOfAContainer() {
		Map<String, String> parts = new HashMap<>(PARTS);
		parts.put("base-url", "http://opensearch_dashboards:5601/");
		LogStoreLinks links = new LogStoreLinks(new LogStoreLinks.Settings(LinkType.OPENSEARCH_DASHBOARDS, parts, null,
				Map.of(), null, null, Duration.ofMinutes(2)), "orders-api", this.trouble::add);
		assertThat(links.line(this.group, this.found.event()).orElseThrow().toString())
			.startsWith("http://opensearch_dashboards:5601/app/data-explorer/discover#?");
		assertThat(this.trouble).isEmpty();
	}

	@Test
	void linkThatCannotBeWrittenCostsNoMessage() {
		LogStoreLinks links = links(LinkType.KIBANA, null, Map.of());
		MaskedGroup beyond = new MaskedGroup("k7f3q2a", Severity.ERROR, 1, 1, false, Instant.MIN, Instant.MAX,
				this.found.event(), this.found.event(), Incident.UNKNOWN);
		assertThat(links.alike(beyond)).isEmpty();
		assertThat(this.trouble).singleElement().asString().startsWith("a link was left out: java.time.");
	}

	/** A kind whose only certain thing is its logger, of so many plain characters. */
	private static MaskedGroup bare(int length) {
		return Found.logged("{}").by("x".repeat(length)).group();
	}

	private LogStoreLinks links(LinkType type, @Nullable FieldPreset fields, Map<String, String> names) {
		return new LogStoreLinks(
				new LogStoreLinks.Settings(type, PARTS, fields, names, null, null, Duration.ofMinutes(2)), "orders-api",
				this.trouble::add);
	}

	private LogStoreLinks templates(String template, @Nullable String trace) {
		return new LogStoreLinks(
				new LogStoreLinks.Settings(null, Map.of(), null, Map.of(), template, trace, Duration.ofMinutes(2)),
				"orders-api", this.trouble::add);
	}

	/** Twice, as SigNoz wants it. CloudWatch has an encoding of its own besides. */
	private static String decoded(Optional<URI> link) {
		String address = link.orElseThrow().toString().replaceAll("\\*(?=[0-9a-f]{2})", "%");
		String once = URLDecoder.decode(address, StandardCharsets.UTF_8);
		return once.contains("%") ? URLDecoder.decode(once, StandardCharsets.UTF_8) : once;
	}

}
