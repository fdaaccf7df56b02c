package io.github.slacklogging.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.Calls;
import io.github.slacklogging.inbox.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the ready-made monitoring asks for is what the sample really exposes, after
 * traffic of all sorts: once as it is, once with histograms on request.
 */
class MonitoringTests {

	private static final String OURS = "slack_logging_";

	/** What Prometheus adds to what it scrapes. */
	private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

	/** What Prometheus makes itself. */
	private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

	/** A port that nothing listens on. */
	private static final int NOBODY = 1;

	private static final Pattern MENTIONED = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)\\s*}}");

	private static final Pattern VARIABLE = Pattern.compile("label_values\\((.+), (\\w+)\\)");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path folder;

	@SuppressWarnings("NullAway.Init")
	private static Exposition usual;

	@SuppressWarnings("NullAway.Init")
	private static Exposition withHistograms;

	@SuppressWarnings("NullAway.Init")
	private static Exposition exposed;

	@SuppressWarnings("NullAway.Init")
	private static String table;

	@BeforeAll
	static void runTheSampleTwice() {
		letLoggingBeSetUpAnew();
		try (ShippingSample sample = new ShippingSample(NOBODY, folder)) {
			usual = scrapeAfterTraffic(sample);
			table = new MeterTable(sample.bean(MeterRegistry.class), usual).text();
		}
		letLoggingBeSetUpAnew();
		String histogram = "--management.metrics.distribution.percentiles-histogram.slack.logging.";
		try (ShippingSample sample = new ShippingSample(NOBODY, folder, histogram + "requests=true",
				histogram + "delivery=true")) {
			withHistograms = scrapeAfterTraffic(sample);
		}
		exposed = usual.and(withHistograms);
	}

	/** Boot sets logging up once in a JVM, and other tests leave applications open. */
	@AfterAll
	static void letLoggingBeSetUpAnew() {
		LoggingSystem.get(MonitoringTests.class.getClassLoader()).cleanUp();
	}

	private static Exposition scrapeAfterTraffic(ShippingSample sample) {
		// posts, since a question for a permalink is no message
		sample.inbox().enqueue(Calls.of("chat.postMessage"), Reply.apiTooManyRequests(Duration.ofSeconds(1)));
		sample.inbox().enqueue(Calls.of("chat.postMessage"), Reply.serverError(503));
		press(sample, "declined-payment", "database-down", "thousand-of-the-same", "warnings", "critical-one");
		// a storm's banner would tell of all of them, and quote none
		scrapeUntil(sample, (scraped) -> scraped.sum("slack_logging_masked_values_total", Map.of()) > 0);
		press(sample, "many-kinds");
		return scrapeUntil(sample, MonitoringTests::hasSeenEverything);
	}

	private static void press(ShippingSample sample, String... troubles) {
		assertThat(troubles).allSatisfy((trouble) -> assertThat(sample.press(trouble).statusCode()).isEqualTo(200));
	}

	private static Exposition scrapeUntil(ShippingSample sample, Predicate<Exposition> enough) {
		return ShippingSample.eventually(() -> Exposition.of(sample.get("/actuator/prometheus").body()), enough);
	}

	private static boolean hasSeenEverything(Exposition scraped) {
		return Stream.of("delivered", "throttled", "ambiguous")
			.allMatch((outcome) -> scraped.sum("slack_logging_messages_total", Map.of("outcome", outcome)) > 0)
				&& scraped.sum("slack_logging_events_delivered_events_total", Map.of("how", "folded")) > 0
				&& scraped.sum("slack_logging_masked_values_total", Map.of()) > 0
				&& scraped.sum("slack_logging_opensearch_requests_seconds_count", Map.of()) > 0;
	}

	@Test
	void everyMetricOfRulesAndDashboardIsExposedWithTheLabelsThatAreAskedFor() {
		List<PromQuery> queries = MonitoringFolder.queries();
		assertThat(queries).hasSizeGreaterThan(30);
		assertThat(queries).allSatisfy(MonitoringTests::assertExposed);
	}

	private static void assertExposed(PromQuery query) {
		List<PromQuery.Selector> ours = query.selectors()
			.stream()
			.filter((selector) -> !OF_PROMETHEUS.contains(selector.metric()))
			.toList();
		assertThat(ours).as(query.text()).isNotEmpty();
		Set<String> labels = new TreeSet<>(OF_THE_SCRAPE);
		for (PromQuery.Selector selector : ours) {
			assertExposed(selector, query.text());
			labels.addAll(exposed.labels(selector.metric()).keySet());
		}
		assertThat(labels).as(query.text()).containsAll(query.grouping());
	}

	private static void assertExposed(PromQuery.Selector selector, String where) {
		assertThat(exposed.names(OURS)).as(where).contains(selector.metric());
		Map<String, Set<String>> labels = exposed.labels(selector.metric());
		for (PromQuery.LabelMatcher matcher : selector.matchers()) {
			if (!OF_THE_SCRAPE.contains(matcher.label())) {
				assertThat(labels).as(where).containsKey(matcher.label());
				assertThat(labels.get(matcher.label())).as(where).containsAll(matcher.literals());
			}
		}
	}

	@Test
	void everyMeterStandsOnTheDashboard() {
		Set<String> shown = MonitoringFolder.panelQueries()
			.stream()
			.flatMap((query) -> query.selectors().stream())
			.map((selector) -> family(selector.metric()))
			.collect(Collectors.toSet());
		assertThat(usual.names(OURS)).hasSizeGreaterThan(20)
			.allSatisfy((name) -> assertThat(shown).contains(family(name)));
	}

	private static String family(String name) {
		return name.replaceFirst("(?<=_seconds)_(count|sum|max|bucket)$", "");
	}

	@Test
	void textsMentionOnlyLabelsThatAreThere() {
		for (MonitoringFolder.Rule rule : MonitoringFolder.rules()) {
			String texts = String.join(" ", rule.annotations().values());
			assertMentionsLabels(rule.query(), texts.replaceAll("\\{\\{\\s*\\$value[^}]*}}", ""));
		}
		MonitoringFolder.panels()
			.stream()
			.flatMap((panel) -> panel.path("targets").valueStream())
			.forEach((target) -> assertMentionsLabels(PromQuery.of(target.path("expr").asString()),
					target.path("legendFormat").asString()));
	}

	private static void assertMentionsLabels(PromQuery query, String text) {
		Set<String> there = new TreeSet<>(OF_THE_SCRAPE);
		// an aggregation keeps what it groups by and nothing else
		there.addAll(query.grouping());
		if (query.grouping().isEmpty()) {
			query.selectors().forEach((selector) -> there.addAll(exposed.labels(selector.metric()).keySet()));
		}
		Matcher mentioned = MENTIONED.matcher(text);
		while (mentioned.find()) {
			assertThat(there).as(query.text()).contains(mentioned.group(1));
		}
	}

	@Test
	void everyRuleSaysHowBadItIsAndLeadsToAChapter() {
		assertThat(MonitoringFolder.rules()).extracting(MonitoringFolder.Rule::alert).doesNotHaveDuplicates();
		assertThat(MonitoringFolder.rules()).isNotEmpty().allSatisfy((rule) -> {
			assertThat(rule.labels().get("severity")).as(rule.alert()).isIn("critical", "warning");
			assertThat(rule.annotations()).as(rule.alert()).containsOnlyKeys("summary", "description", "runbook");
			String[] runbook = rule.annotations().getOrDefault("runbook", "").split("#");
			assertThat(runbook).as(rule.alert()).hasSize(2);
			assertThat(anchors(runbook[0])).as(rule.alert()).contains(runbook[1]);
		});
	}

	/** What GitHub makes of headings. */
	private static List<String> anchors(String document) {
		return MonitoringFolder.read(Path.of(document).subpath(1, Path.of(document).getNameCount()))
			.lines()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("#+ ", "")
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\w -]", "")
				.replace(' ', '-'))
			.toList();
	}

	@Test
	void variablesOfTheDashboardFindSomething() {
		List<String> queries = MonitoringFolder.dashboard()
			.at("/templating/list")
			.valueStream()
			.filter((variable) -> variable.path("type").asString().equals("query"))
			.map((variable) -> variable.at("/query/query").asString())
			.toList();
		assertThat(queries).hasSize(3).allSatisfy((query) -> {
			Matcher matcher = VARIABLE.matcher(query);
			assertThat(matcher.matches()).isTrue();
			PromQuery.Selector selector = PromQuery.of(matcher.group(1)).selectors().get(0);
			assertExposed(selector, query);
			Set<String> labels = new TreeSet<>(OF_THE_SCRAPE);
			labels.addAll(exposed.labels(selector.metric()).keySet());
			assertThat(labels).contains(matcher.group(2));
		});
	}

	@Test
	void histogramsAreThereOnRequestOnly() {
		assertThat(usual.names(OURS)).noneMatch((name) -> name.endsWith("_bucket"));
		assertThat(withHistograms.names(OURS)).filteredOn((name) -> name.endsWith("_bucket"))
			.containsExactly("slack_logging_delivery_seconds_bucket", "slack_logging_requests_seconds_bucket");
		assertThat(withHistograms.labels("slack_logging_delivery_seconds_bucket")).containsKeys("destination", "le");
	}

	@Test
	void histogramTakesThePlaceOfThePercentiles() {
		assertThat(usual.labels("slack_logging_delivery_seconds").get("quantile")).containsExactly("0.5", "0.95",
				"0.99");
		assertThat(withHistograms.names(OURS)).doesNotContain("slack_logging_delivery_seconds");
	}

	@Test
	void tableInTheDocumentIsTheOneOfTheRunningSample() throws IOException {
		Path written = Files.createDirectories(Path.of("target/monitoring")).resolve("meters.md");
		Files.writeString(written, table);
		assertThat(MonitoringFolder.read(Path.of("monitoring/README.md"))).as("the table is in " + written)
			.contains(table);
	}

	/** For {@code .ci/monitoring}: what promtool can judge of the dashboard. */
	@Test
	void queriesOfTheDashboardAreWrittenForTheirJudge() throws IOException {
		List<String> lines = new ArrayList<>(List.of("groups:", "  - name: dashboard", "    rules:"));
		for (JsonNode panel : MonitoringFolder.panels()) {
			panel.path("targets").valueStream().forEach((target) -> {
				lines.add("      - record: panel_" + panel.path("id").asInt() + "_" + target.path("refId").asString());
				lines.add("        expr: '" + target.path("expr")
					.asString()
					.replace("$__rate_interval", "1m")
					.replaceAll("\\$\\w+", ".*")
					.replace("'", "''") + "'");
			});
		}
		Files.write(Files.createDirectories(Path.of("target/monitoring")).resolve("dashboard-queries.yml"), lines);
		assertThat(lines).hasSizeGreaterThan(40).noneMatch((line) -> line.contains("$"));
	}

}
