package io.github.slacklogging.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class UnreadPropertiesTests {

	private final UnreadProperties unread = new UnreadProperties(BoundNames.all());

	@Test
	void typoIsToldWithItsPlaceAndWithoutItsValue() {
		TestEnvironment environment = TestEnvironment.of("slack.logging.rate-limits.burst=4711-secret");
		assertThat(this.unread.in(environment)).singleElement()
			.asString()
			.startsWith("Nobody reads 'slack.logging.rate-limits.burst' (")
			.contains("\"properties\"")
			.endsWith(": did you mean 'slack.logging.rate-limit.burst'?")
			.doesNotContain("4711");
	}

	@Test
	void everyNameOfTheReferenceIsKnown() {
		assertThat(this.unread.in(TestEnvironment.of("slack.logging.enabled=true", "slack.logging.webhook-url=x",
				"slack.logging.allowed-hosts=a,b", "slack.logging.allowed-hosts[0]=a",
				"slack.logging.startup.holdMax=1s", "slack.logging.routes[0].mdc[1]=a=b",
				"slack.logging.destinations.on-call.mention-level=ERROR",
				"slack.logging.destinations.default.fallback=x", "slack.logging.filter.exclude-markers=",
				"slack.logging.grouping.milestones=10", "slack.logging.masking.patterns.order-id=x",
				"slack.logging.message.stackTrace=full", "slack.logging.structured.enabled=true",
				"slack.logging.link.fields=ecs", "slack.logging.link.fields.logger=x", "slack.logging.inbox.port=1",
				"slack.logging.opensearch.bulk.max-size=1MB", "slack.logging.opensearch.http.proxy=a:1",
				"slack.logging.dry-run=true", "slack.logging.diagnostics=true", "slack.logging.doctor=true")))
			.isEmpty();
	}

	@Test
	void variablesAreUnderstoodInBothForms() {
		assertThat(this.unread.in(TestEnvironment.of()
			.variables("SLACK_LOGGING_RATELIMIT_BURST=1", "SLACK_LOGGING_RATE_LIMIT_BURST=1",
					"SLACK_LOGGING_ROUTES_0_TO=x", "SLACK_LOGGING_ROUTES_0_TO_1=x",
					"SLACK_LOGGING_DESTINATIONS_ONCALL_WEBHOOKURL=x", "SLACK_LOGGING_SPOOL_DIRECTORY=x",
					"SLACK_WEBHOOK_URL=x", "SLACK_LOGGINGS=x")))
			.isEmpty();
	}

	@Test
	void wordsOfUsersMayStandInBrackets() {
		assertThat(this.unread.in(TestEnvironment.of("slack.logging.destinations[on.call].channel=x",
				"slack.logging.masking.patterns[order.id]=x", "slack.logging.masking.patterns[Order_Id]=x")))
			.isEmpty();
		assertThat(this.unread.in(TestEnvironment.of("slack.logging.destinations[on.call].chanel=x"))).singleElement()
			.asString()
			.contains("did you mean 'slack.logging.destinations[on.call].channel'?");
	}

	@Test
	void typoInAVariableIsTold() {
		assertThat(this.unread.in(TestEnvironment.of().variables("SLACK_LOGGING_SPOOL_DIRECTOYR=/x"))).singleElement()
			.asString()
			.contains("SLACK_LOGGING_SPOOL_DIRECTOYR", "did you mean 'slack.logging.spool.directory'?");
	}

	@Test
	void typoInTwoPlacesIsToldOnce() {
		TestEnvironment environment = TestEnvironment.of("slack.logging.levl=WARN");
		environment.getPropertySources().addLast(new MapPropertySource("more", Map.of("slack.logging.levl", "INFO")));
		assertThat(this.unread.in(environment)).hasSize(1);
	}

	@Test
	void manyAreNotAllTold() {
		String[] pairs = IntStream.range(0, 100)
			.mapToObj((i) -> "slack.logging.other" + i + "=x")
			.toArray(String[]::new);
		List<String> told = this.unread.in(TestEnvironment.of(pairs));
		assertThat(told).hasSize(20);
	}

}
