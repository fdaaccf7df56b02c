package io.github.slacklogging.link;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.testing.DocumentBlock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table and the sample links of {@code docs/links.md}. */
class LinksDocumentTests {

	private static final Map<LinkType, Sample> SAMPLES = new EnumMap<>(LinkType.class);
	static {
		SAMPLES.put(LinkType.OPENSEARCH_DASHBOARDS, new Sample("OpenSearch Dashboards 2.10+, 3.x: Discover",
				"its sources", "tenant", "base-url=https://dashboards.example.org", "index-pattern-id=orders-logs"));
		SAMPLES.put(LinkType.OPENSEARCH_EXPLORE,
				new Sample("OpenSearch Dashboards 3.x: Explore, in a workspace", "its sources, which change often", "",
						"base-url=https://dashboards.example.org", "workspace=a1b2c3", "index-pattern-id=orders-logs",
						"dataset=logs-*"));
		SAMPLES.put(LinkType.OPENSEARCH_DASHBOARDS_LEGACY, new Sample("OpenSearch Dashboards up to 2.9: Discover",
				"its sources", "tenant", "base-url=https://dashboards.example.org", "index-pattern-id=orders-logs"));
		SAMPLES.put(LinkType.KIBANA, new Sample("Kibana 8, 9: Discover", "its sources", "space",
				"base-url=https://kibana.example.org", "data-view-id=orders-logs"));
		SAMPLES.put(LinkType.GRAFANA_LOKI, new Sample("Grafana 10+: Explore with Loki", "its documentation", "org",
				"base-url=https://grafana.example.org", "datasource-uid=P8E80F9AEF21F6940"));
		SAMPLES.put(LinkType.CLOUDWATCH,
				new Sample("Amazon CloudWatch: Logs Insights", "what the console writes; Grafana builds the same", "",
						"region=eu-central-1", "log-group=/ecs/orders"));
		SAMPLES.put(LinkType.DATADOG,
				new Sample("Datadog: Log Explorer", "its documentation and copied links", "site", "site=datadoghq.eu"));
		SAMPLES.put(LinkType.SPLUNK, new Sample("Splunk: Search", "public links", "",
				"base-url=https://splunk.example.org", "dataset=orders"));
		SAMPLES.put(LinkType.GOOGLE_CLOUD_LOGGING, new Sample("Google Cloud: Logs Explorer",
				"copied links; vvakame/gcplogurl builds the same", "", "project=orders-prod"));
		SAMPLES.put(LinkType.SIGNOZ,
				new Sample("SigNoz 0.88+: logs explorer", "its sources", "", "base-url=https://signoz.example.org"));
		SAMPLES.put(LinkType.HONEYCOMB, new Sample("Honeycomb: query builder", "its documentation",
				"workspace (environment), site", "team=acme", "dataset=orders", "workspace=prod"));
		SAMPLES.put(LinkType.SEQ,
				new Sample("Seq: events", "its own notification apps", "", "base-url=https://seq.example.org"));
		SAMPLES.put(LinkType.BETTER_STACK,
				new Sample("Better Stack: live tail",
						"copied links; *all like this* is left out, as only ids can be asked for", "", "team=12345",
						"source=67890"));
	}

	private final Found found = Found.logged("Order {} not found")
		.as("Order 4711 not found")
		.mdc("traceId", "64f0c1d2a3b4c5d6e7f8091a2b3c4d5e");

	private final MaskedGroup group = this.found.group();

	@Test
	void everyTypeHasASample() {
		assertThat(SAMPLES).containsOnlyKeys(LinkType.values());
	}

	@Test
	void tableTellsWhatEachTypeNeeds() {
		new DocumentBlock("links", "types").assertHolds("""
				| `link.type` | leads to | needs `link.…` | may have | form taken from | checked by |
				|---|---|---|---|---|---|
				""" + Arrays.stream(LinkType.values()).map(this::row).collect(Collectors.joining()));
	}

	private String row(LinkType type) {
		Sample sample = sample(type);
		String needs = sample.parts()
			.keySet()
			.stream()
			.filter((part) -> isNeeded(type, sample, part))
			.map((part) -> "`" + part + "`")
			.collect(Collectors.joining(", "));
		return "| `" + type.word() + "` | " + sample.product() + " | " + needs + " | " + sample.options() + " | "
				+ sample.source() + " | decoding only |\n";
	}

	private static Sample sample(LinkType type) {
		return Objects.requireNonNull(SAMPLES.get(type));
	}

	/** Asked of the type itself, by leaving the part out. */
	private static boolean isNeeded(LinkType type, Sample sample, String part) {
		Map<String, String> others = new LinkedHashMap<>(sample.parts());
		others.remove(part);
		try {
			links(type, others);
			return false;
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

	@Test
	void eachTypeHasALinkToALineAndToItsLikes() {
		StringBuilder text = new StringBuilder();
		for (LinkType type : LinkType.values()) {
			LogStoreLinks links = links(type, sample(type).parts());
			text.append("**`").append(type.word()).append("`**\n\n```text\n");
			text.append(links.line(this.group, this.found.event()).orElseThrow()).append('\n');
			links.alike(this.group).ifPresent((link) -> text.append(link).append('\n'));
			text.append("```\n\n");
		}
		new DocumentBlock("links", "samples").assertHolds(text.toString());
	}

	@Test
	void tableTellsWhatFieldsAreCalled() {
		List<LogField> fields = List.of(LogField.values());
		StringBuilder text = new StringBuilder("| |");
		fields.forEach((field) -> text.append(" `").append(field.word()).append("` |"));
		text.append("\n|---|").append("---|".repeat(fields.size())).append('\n');
		for (FieldPreset preset : FieldPreset.values()) {
			append(text, "`fields: " + preset.name().toLowerCase(Locale.ROOT) + "`", preset.names(), fields);
		}
		for (LinkType type : LinkType.values()) {
			append(text, "`" + type.word() + "`", type.names(), fields);
		}
		new DocumentBlock("links", "fields").assertHolds(text.toString());
	}

	private static void append(StringBuilder text, String head, FieldNames names, List<LogField> fields) {
		text.append("| ").append(head).append(" |");
		fields.forEach((field) -> text.append(" `").append(names.of(field)).append("` |"));
		text.append('\n');
	}

	private static LogStoreLinks links(LinkType type, Map<String, String> parts) {
		return new LogStoreLinks(
				new LogStoreLinks.Settings(type, parts, null, Map.of(), null, null, Duration.ofMinutes(2)),
				"orders-api", (trouble) -> {
					throw new AssertionError(trouble);
				});
	}

	/** A type as somebody would set it up. */
	private record Sample(String product, String source, String options, Map<String, String> parts) {

		Sample(String product, String source, String options, String... parts) {
			this(product, source, options, map(parts));
		}

		private static Map<String, String> map(String... parts) {
			Map<String, String> map = new LinkedHashMap<>();
			for (String part : parts) {
				map.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
			}
			return map;
		}

	}

}
