package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor shows to somebody who writes {@code application.yml}.
 */
class ConfigurationMetadataTests {

	/** Exactly what has an effect by now: no property may exist without one. */
	private static final Set<String> NAMES = new TreeSet<>(Arrays
		.asList("""
				allowed-hosts api-url batch.linger batch.max-events batch.samples bot-token bot-token-file
				buffer.capacity buffer.max-size channel circuit-breaker.failures circuit-breaker.open-for
				critical-markers destinations destinations.*.bot-token destinations.*.bot-token-file
				destinations.*.channel destinations.*.fallback destinations.*.fallback-after
				destinations.*.mention destinations.*.mention-cooldown destinations.*.mention-level
				destinations.*.webhook-url destinations.*.webhook-url-file digest.every digest.level enabled
				diagnostics doctor dry-run environment fail-on-invalid-configuration fallback.file fallback.max-history fallback.max-size
				filter.exclude-exceptions filter.exclude-loggers filter.exclude-markers filter.exclude-messages
				filter.include-loggers filter.include-messages grouping.enabled grouping.in-app grouping.max-groups
				grouping.milestones grouping.quiet-after grouping.reminder grouping.storm-kinds
				health.failure-status health.max-circuit-open health.max-consecutive-failures
				health.max-latency health.max-overdue health.min-samples health.min-success-rate
				health.window host http.connect-timeout http.connection-max-age http.proxy
				http.response-timeout http.ssl-bundle inbox.enabled inbox.port jobs.batch.enabled jobs.exclude
				jobs.expectations jobs.expectations[*].every jobs.expectations[*].name jobs.include jobs.notify-on
				jobs.quartz.enabled jobs.scheduled.enabled jobs.to level link.base-url link.data-view-id
				link.dataset link.datasource-uid link.fields link.fields.* link.index-pattern-id link.log-group
				link.org link.project link.region link.site link.source link.space link.team link.template
				link.tenant link.trace-template link.type link.window link.workspace masking.allow-fields
				masking.enabled masking.keys masking.patterns masking.rules
				message.fields message.icon-emoji message.location message.mdc message.stack-trace message.username
				opensearch.api-key-file opensearch.bearer-token-file opensearch.buffer.capacity
				opensearch.buffer.max-size opensearch.bulk.linger opensearch.bulk.max-events opensearch.bulk.max-size
				opensearch.data-stream opensearch.http.connect-timeout opensearch.http.connection-max-age
				opensearch.http.proxy opensearch.http.response-timeout opensearch.http.ssl-bundle opensearch.index
				opensearch.level opensearch.password-file opensearch.template opensearch.uris opensearch.username
				rate-limit.burst rate-limit.per-second retry.initial-backoff retry.jitter retry.max-attempts
				retry.max-backoff routes routes[*].exceptions routes[*].level routes[*].loggers routes[*].markers
				routes[*].mdc routes[*].message routes[*].to service-name service-version shutdown.timeout
				spool.directory spool.enabled spool.max-age spool.max-size startup.hold-max
				structured.enabled uncaught-exceptions webhook-url
				webhook-url-file"""
			.split("\\s+")));

	@SuppressWarnings("NullAway.Init")
	private static JsonNode metadata;

	@BeforeAll
	static void read() throws IOException {
		try (InputStream stream = ConfigurationMetadataTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			metadata = new JsonMapper().readTree(stream);
		}
	}

	@Test
	void everyPropertyThatHasAnEffectIsListedAndNoOther() {
		Set<String> names = metadata.get("properties")
			.valueStream()
			.map((property) -> property.get("name").asString())
			.filter((name) -> name.startsWith("slack.logging."))
			.map((name) -> name.substring("slack.logging.".length()))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(names).isEqualTo(NAMES);
	}

	@Test
	void everyPropertyIsDescribedInSentencesOfBootsStyle() {
		assertThat(metadata.get("properties").valueStream()).allSatisfy((property) -> {
			assertThat(property.path("description").asString("")).as(property.get("name").asString())
				.endsWith(".")
				.doesNotStartWith("The ")
				.doesNotStartWith("A ")
				.doesNotContain("{@", "<");
			assertThat(property.path("type").asString("")).isNotBlank();
		});
	}

	@Test
	void switchesAndListsSayWhatTheyAre() {
		assertThat(metadata.get("properties").valueStream()).allSatisfy((property) -> {
			String description = property.get("description").asString();
			String name = property.get("name").asString();
			if (property.get("type").asString().equals("java.lang.Boolean")) {
				assertThat(description).as(name).startsWith("Whether ");
			}
			if (property.get("type").asString().equals("java.util.List<java.lang.String>")) {
				assertThat(description).as(name).startsWith("Comma-separated list of ");
			}
		});
	}

	@Test
	void choicesAreHinted() {
		Set<String> hinted = metadata.get("hints")
			.valueStream()
			.map((hint) -> hint.get("name").asString())
			.collect(Collectors.toSet());
		assertThat(hinted).contains("slack.logging.level", "slack.logging.digest.level",
				"slack.logging.destinations.keys", "slack.logging.message.stack-trace",
				"slack.logging.message.location", "slack.logging.message.mdc", "slack.logging.message.fields",
				"slack.logging.inbox.enabled", "slack.logging.health.failure-status", "slack.logging.link.fields",
				"slack.logging.link.fields.keys", "slack.logging.opensearch.level", "slack.logging.opensearch.template",
				"slack.logging.jobs.notify-on");
	}

	@Test
	void everyHintBelongsToAProperty() {
		assertThat(metadata.get("hints").valueStream()).allSatisfy((hint) -> {
			String name = hint.get("name").asString().substring("slack.logging.".length());
			assertThat(NAMES).contains(name.endsWith(".keys") ? name.substring(0, name.lastIndexOf('.')) : name);
		});
	}

}
