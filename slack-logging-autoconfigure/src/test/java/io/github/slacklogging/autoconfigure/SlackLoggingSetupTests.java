package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Destination.Kind;
import io.github.slacklogging.autoconfigure.SlackLoggingSetup.Active;
import io.github.slacklogging.autoconfigure.SlackLoggingSetup.Cause;
import io.github.slacklogging.autoconfigure.SlackLoggingSetup.Inert;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlackLoggingSetupTests {

	private static final String WEBHOOK = "https://hooks.slack.com/services/T000/B000/one_test";

	private static final String OTHER_WEBHOOK = "https://hooks.slack.com/services/T000/B000/two_test";

	@Test
	void nothingConfiguredIsInertAndSaysWhatToSet() {
		Inert inert = inert(TestEnvironment.of());
		assertThat(inert.cause()).isEqualTo(Cause.NO_DESTINATION);
		assertThat(inert.message()).contains("slack.logging.webhook-url", "slack.logging.bot-token");
	}

	@Test
	void routesToDestinationsOfAnotherMachineDoNotMatterWithoutAnyDestination() {
		assertThat(inert(TestEnvironment.of("slack.logging.routes[0].to=oncall")).cause())
			.isEqualTo(Cause.NO_DESTINATION);
	}

	@Test
	void shippingAloneIsActiveAndSaysThatNothingGoesToSlack() {
		SlackLoggingSettings settings = active(TestEnvironment.of("slack.logging.opensearch.uris=https://a:9200"));
		assertThat(settings.destinations()).isEmpty();
		assertThat(settings.cluster()).isNotNull();
		assertThat(settings.notices()).singleElement()
			.asString()
			.contains("Nothing goes to Slack", "slack.logging.webhook-url", "shipped to OpenSearch");
	}

	@Test
	void shippingBesideSlackIsNotWorthALine() {
		SlackLoggingSettings settings = active(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK,
				"slack.logging.opensearch.uris=https://a:9200,http://localhost:9200/logs/"));
		assertThat(settings.destinations()).hasSize(1);
		assertThat(settings.notices()).isEmpty();
		assertThat(settings.cluster()).satisfies((cluster) -> assertThat(cluster.uris()).map(URI::toString)
			.containsExactly("https://a:9200", "http://localhost:9200/logs/"));
	}

	@Test
	void withoutShippingThereIsNoCluster() {
		assertThat(active(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK)).cluster()).isNull();
	}

	@Test
	void whatIsSetForOpenSearchWithoutAnAddressIsWorthALine() {
		for (String property : List.of("bulk.max-events=0", "data-stream=logs", "username=ship", "level=WARN")) {
			assertThat(active(
					TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK, "slack.logging.opensearch." + property))
				.notices()).singleElement()
				.asString()
				.contains("slack.logging.opensearch." + property.split("[.=]")[0], "slack.logging.opensearch.uris");
		}
		assertThat(inert(TestEnvironment.of("slack.logging.opensearch.username=ship")).message())
			.contains("slack.logging.opensearch.uris is not");
	}

	@Test
	void credentialThatGoesByHttpToAnotherMachineIsWorthALine(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("key"), "os_one_test");
		String key = "slack.logging.opensearch.api-key-file=" + file;
		String webhook = "slack.logging.webhook-url=" + WEBHOOK;
		assertThat(
				active(TestEnvironment.of(webhook, key, "slack.logging.opensearch.uris=https://a,http://b")).notices())
			.singleElement()
			.asString()
			.contains("goes over the wire unprotected")
			.doesNotContain("os_one_test");
		assertThat(active(TestEnvironment.of(webhook, "slack.logging.opensearch.uris=http://b")).notices()).isEmpty();
		assertThat(active(TestEnvironment.of(webhook, key,
				"slack.logging.opensearch.uris=http://127.0.0.1:9200," + "http://localhost:9200,https://a"))
			.notices()).isEmpty();
	}

	@Test
	void blankIsNotConfigured() {
		assertThat(inert(TestEnvironment.of("slack.logging.webhook-url= ", "slack.logging.bot-token=")).cause())
			.isEqualTo(Cause.NO_DESTINATION);
	}

	@Test
	void webhookIsTheDefaultDestination() {
		SlackLoggingSettings settings = active(TestEnvironment.of("slack.logging.webhook-url= " + WEBHOOK + " "));
		assertThat(settings.destinations()).singleElement().satisfies((destination) -> {
			assertThat(destination.name()).isEqualTo("default");
			assertThat(destination.kind()).isEqualTo(Kind.WEBHOOK);
			assertThat(destination.channel()).isNull();
		});
		assertThat(secret(settings, "default")).isEqualTo(WEBHOOK);
		assertThat(settings.notices()).isEmpty();
		assertThat(settings.inboxUrl()).isNull();
	}

	@Test
	void botTokenAndChannelAreTheDefaultDestinationAndWinOverTheWebhook() {
		SlackLoggingSettings settings = active(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK,
				"slack.logging.bot-token=xoxb-one_test", "slack.logging.channel=#alerts"));
		assertThat(settings.destinations()).singleElement().satisfies((destination) -> {
			assertThat(destination.kind()).isEqualTo(Kind.BOT);
			assertThat(destination.channel()).isEqualTo("#alerts");
		});
		assertThat(secret(settings, "default")).isEqualTo("xoxb-one_test");
		assertThat(settings.notices()).singleElement().asString().contains("webhook");
	}

	@Test
	void environmentVariablesAreFallbacks() {
		assertThat(secret(active(TestEnvironment.of().variables("SLACK_WEBHOOK_URL=" + WEBHOOK)), "default"))
			.isEqualTo(WEBHOOK);
		SlackLoggingSettings bot = active(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK)
			.variables("SLACK_BOT_TOKEN=xoxb-one_test", "SLACK_CHANNEL=C000"));
		assertThat(bot.destinations()).extracting(Destination::channel).containsExactly("C000");
		SlackLoggingSettings own = active(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK)
			.variables("SLACK_WEBHOOK_URL=" + OTHER_WEBHOOK));
		assertThat(secret(own, "default")).isEqualTo(WEBHOOK);
	}

	@Test
	void tokenThatMerelyLiesInTheEnvironmentDoesNotDisplaceAWebhook() {
		SlackLoggingSettings settings = active(
				TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK).variables("SLACK_BOT_TOKEN=xoxb-one_test"));
		assertThat(secret(settings, "default")).isEqualTo(WEBHOOK);
		assertThat(settings.notices()).singleElement()
			.asString()
			.contains("SLACK_BOT_TOKEN")
			.doesNotContain("one_test");
	}

	@Test
	void namedDestinationsStandBesideTheDefaultInOrder() {
		SlackLoggingSettings settings = active(
				TestEnvironment.of("slack.logging.destinations.zoo.webhook-url=" + WEBHOOK,
						"slack.logging.destinations.audit.bot-token=xoxb-one_test",
						"slack.logging.destinations.audit.channel=#audit", "slack.logging.webhook-url=" + WEBHOOK,
						"slack.logging.routes[0].to=audit,zoo", "slack.logging.routes[1].to=none"));
		assertThat(settings.destinations()).extracting(Destination::name).containsExactly("default", "audit", "zoo");
		assertThat(settings.notices()).isEmpty();
	}

	@Test
	void twoNamesForOneWebhookShareALimit() {
		List<Destination> destinations = active(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK,
				"slack.logging.destinations.same.webhook-url=" + WEBHOOK,
				"slack.logging.destinations.zother.webhook-url=" + OTHER_WEBHOOK))
			.destinations();
		assertThat(destinations.get(0).limitKey()).isEqualTo(destinations.get(1).limitKey())
			.isNotEqualTo(destinations.get(2).limitKey());
	}

	@Test
	void channelsOfOneTokenShareTheLimitOnEditsAndEachChannelItsOwnOnPosts() {
		List<Destination> destinations = active(TestEnvironment.of("slack.logging.bot-token=xoxb-one_test",
				"slack.logging.channel=#alerts", "slack.logging.destinations.audit.bot-token=xoxb-one_test",
				"slack.logging.destinations.audit.channel=#audit",
				"slack.logging.destinations.same.bot-token=xoxb-one_test",
				"slack.logging.destinations.same.channel=alerts",
				"slack.logging.destinations.zother.bot-token=xoxb-two_test",
				"slack.logging.destinations.zother.channel=#alerts"))
			.destinations();
		assertThat(destinations.subList(0, 3)).extracting(Destination::credentialKey)
			.containsOnly(destinations.get(0).credentialKey());
		assertThat(destinations.get(3).credentialKey()).isNotEqualTo(destinations.get(0).credentialKey());
		assertThat(destinations.get(0).limitKey()).isEqualTo(destinations.get(2).limitKey())
			.isNotEqualTo(destinations.get(1).limitKey())
			.isNotEqualTo(destinations.get(3).limitKey());
		assertThat(destinations).extracting(Destination::channel)
			.containsExactly("#alerts", "#audit", "alerts", "#alerts");
	}

	@Test
	void defaultMayBeWrittenAmongTheNamedOnes() {
		SlackLoggingSettings settings = active(
				TestEnvironment.of("slack.logging.destinations.default.webhook-url=" + WEBHOOK)
					.variables("SLACK_WEBHOOK_URL=" + OTHER_WEBHOOK));
		assertThat(secret(settings, "default")).isEqualTo(WEBHOOK);
	}

	@Test
	void missingDefaultIsWorthALine() {
		assertThat(active(TestEnvironment.of("slack.logging.destinations.oncall.webhook-url=" + WEBHOOK)).notices())
			.singleElement()
			.asString()
			.contains("'default'");
	}

	@Test
	void secretMayStandInAFileThatChanges(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("hook"), WEBHOOK + "\n");
		SlackLoggingSettings settings = active(TestEnvironment.of("slack.logging.webhook-url-file=" + file));
		assertThat(secret(settings, "default")).isEqualTo(WEBHOOK);
		Files.writeString(file, OTHER_WEBHOOK + "\n\n");
		assertThat(secret(settings, "default")).isEqualTo(OTHER_WEBHOOK);
	}

	@Test
	void apiRootEndsWithASlashAndAStandInHasItsOwnTokens() {
		SlackLoggingSettings settings = active(TestEnvironment.of("slack.logging.api-url=http://localhost:8025/api",
				"slack.logging.bot-token=inbox-token", "slack.logging.channel=alerts"));
		assertThat(settings.apiUrl()).hasToString("http://localhost:8025/api/");
	}

	@Test
	void proxyIsNotLookedUp() {
		SlackLoggingSettings settings = active(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK,
				"slack.logging.http.proxy=proxy.example.org:3128"));
		assertThat(settings.proxy()).isNotNull().satisfies((proxy) -> {
			assertThat(proxy.isUnresolved()).isTrue();
			assertThat(proxy.getHostString()).isEqualTo("proxy.example.org");
			assertThat(proxy.getPort()).isEqualTo(3128);
		});
	}

	@Test
	void switchedOffIsSilentWhateverElseIsWrong() {
		Inert inert = inert(TestEnvironment.of("slack.logging.enabled=false", "slack.logging.buffer.capacity=abc",
				"slack.logging.webhook-url=nonsense"));
		assertThat(inert.cause()).isEqualTo(Cause.SWITCHED_OFF);
	}

	@Test
	void invalidConfigurationIsInertWhereTheStartMustGoOn() {
		String lenient = "slack.logging.fail-on-invalid-configuration=false";
		Inert wrong = inert(TestEnvironment.of(lenient, "slack.logging.webhook-url=nonsense_test"));
		assertThat(wrong.cause()).isEqualTo(Cause.INVALID);
		assertThat(wrong.message()).contains("slack.logging.webhook-url is not a URL").doesNotContain("nonsense");
		Inert unreadable = inert(TestEnvironment.of(lenient, "slack.logging.buffer.capacity=abc"));
		assertThat(unreadable.message()).contains("slack.logging.buffer.capacity");
	}

	@Test
	void everythingThatIsWrongIsToldAtOnce() {
		assertThatExceptionOfType(InvalidSlackLoggingConfigurationException.class)
			.isThrownBy(() -> read(TestEnvironment.of("slack.logging.webhook-url=nonsense",
					"slack.logging.buffer.capacity=0", "slack.logging.routes[0].to=nowhere",
					"slack.logging.destinations.oncall.bot-token=xoxb-one_test")))
			.satisfies((ex) -> assertThat(ex.problems())
				.extracting(InvalidSlackLoggingConfigurationException.Problem::property)
				.containsExactly("slack.logging.buffer.capacity", "slack.logging.webhook-url",
						"slack.logging.destinations.oncall.channel", "slack.logging.routes[0].to"));
	}

	@Test
	void textOfTheSettingsHoldsNoSecret() {
		SlackLoggingSetup setup = read(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK));
		assertThat(setup.toString()).doesNotContain("one_test").doesNotContain("hooks.slack.com");
	}

	private static String secret(SlackLoggingSettings settings, String destination) {
		return settings.credentials().credential(destination).reveal();
	}

	private static SlackLoggingSettings active(TestEnvironment environment) {
		SlackLoggingSetup setup = read(environment);
		assertThat(setup).isInstanceOf(Active.class);
		return ((Active) setup).settings();
	}

	private static Inert inert(TestEnvironment environment) {
		SlackLoggingSetup setup = read(environment);
		assertThat(setup).isInstanceOf(Inert.class);
		return (Inert) setup;
	}

	private static SlackLoggingSetup read(TestEnvironment environment) {
		return SlackLoggingSetup.read(environment, null);
	}

}
