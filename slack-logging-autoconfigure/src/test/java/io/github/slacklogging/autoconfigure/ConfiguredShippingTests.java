package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.slacklogging.EventMasker;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.opensearch.OpenSearchShipping;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.ManualClock;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.env.ConfigurableEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredShippingTests {

	private static final String WEBHOOK = "slack.logging.webhook-url=https://hooks.slack.com/services/T000/B000/one_test";

	private static final String URIS = "slack.logging.opensearch.uris=http://localhost:1";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@Test
	void shippingAloneLeavesSlackOut() {
		ConfiguredPipeline joined = joined(URIS);
		assertThat(joined.outlets()).extracting(SlackAppender.Outlet::level).containsExactly(Severity.INFO);
		assertThat(joined.shipping()).isNotNull();
		assertThat(active(TestEnvironment.of(URIS)).silence().orElseThrow()).startsWith("Nothing goes to Slack");
		assertThat(joined.notices()).noneMatch((line) -> line.contains("spool"));
	}

	@Test
	void routesToDestinationsOfAnotherMachineDoNotMatterWhereNothingGoesToSlack() {
		assertThat(joined(URIS, "slack.logging.routes[0].to=oncall").outlets()).hasSize(1);
	}

	@Test
	void shippingStandsBesideSlackWithALevelOfItsOwn() {
		ConfiguredPipeline joined = joined(WEBHOOK, URIS, "slack.logging.opensearch.level=WARN", spool());
		assertThat(joined.outlets()).extracting(SlackAppender.Outlet::level)
			.containsExactly(Severity.ERROR, Severity.WARN);
		assertThat(joined.outlets()).as("released by identity").isSameAs(joined.outlets());
	}

	@Test
	void withoutAddressThereIsNoShipping() {
		ConfiguredPipeline joined = joined(WEBHOOK, spool());
		assertThat(joined.outlets()).hasSize(1);
		assertThat(joined.shipping()).isNull();
	}

	@Test
	void pipelineWithoutAnyDestinationStartsAndEnds() {
		ConfiguredPipeline joined = joined(URIS, "slack.logging.startup.hold-max=0s",
				"slack.logging.shutdown.timeout=1s");
		joined.pipeline().start();
		joined.pipeline().close();
		assertThat(joined.pipeline().status()).satisfies((status) -> {
			assertThat(status.state()).isEqualTo(PipelineState.STOPPED);
			assertThat(status.destinations()).isEmpty();
		});
	}

	@Test
	void applicationsWithDifferentClustersAreToldApart() {
		assertThat(key(URIS)).isNotEmpty().isEqualTo(key(URIS + "/")).isNotEqualTo(key(URIS + "1"));
		assertThat(key(WEBHOOK, URIS)).isNotEqualTo(key(WEBHOOK)).isNotEqualTo(key(URIS));
	}

	@Test
	void applicationsWithDifferentIndicesAreToldApart() {
		assertThat(key(URIS, "slack.logging.opensearch.index=a")).isNotEqualTo(key(URIS))
			.isNotEqualTo(key(URIS, "slack.logging.opensearch.index=b"))
			.isNotEqualTo(key(URIS, "slack.logging.opensearch.data-stream=a"));
	}

	@Test
	void applicationThatSendsNothingIsToldApartFromOneThatDoes() {
		assertThat(key(WEBHOOK, "slack.logging.dry-run=true")).isNotEmpty().isNotEqualTo(key(WEBHOOK));
	}

	@Test
	void indexBearsTheNameOfTheService() {
		assertThat(settings(URIS, "slack.logging.service-name=orders").index()).isEqualTo("logs-orders-{yyyy.MM.dd}");
		assertThat(settings(URIS, "slack.logging.opensearch.index=all")).satisfies((settings) -> {
			assertThat(settings.index()).isEqualTo("all");
			assertThat(settings.dataStream()).isFalse();
			assertThat(settings.createTemplate()).isTrue();
			assertThat(settings.maxBytes()).isEqualTo(5 * 1024 * 1024);
		});
		assertThat(settings(URIS, "slack.logging.opensearch.data-stream=logs-orders",
				"slack.logging.opensearch.template=none"))
			.satisfies((settings) -> {
				assertThat(settings.index()).isEqualTo("logs-orders");
				assertThat(settings.dataStream()).isTrue();
				assertThat(settings.createTemplate()).isFalse();
			});
	}

	@Test
	void passwordInALogLineDoesNotLeaveAndIsHiddenFromActuator() throws IOException {
		SlackLoggingSettings settings = active(TestEnvironment.of(URIS, "slack.logging.opensearch.username=ship",
				"slack.logging.opensearch.password-file=" + secret("correct-horse_test")));
		ConfiguredShipping.Secrets secrets = new ConfiguredShipping.Secrets();
		secrets.authorization(cluster(settings), (trouble) -> {
			throw new AssertionError(trouble);
		});
		assertThat(secrets.test("login ship/correct-horse_test")).isTrue();
		assertThat(masked(settings, secrets.masker(), "tried correct-horse_test twice")).isEqualTo("tried *** twice");
	}

	@Test
	void passwordThatHoldsWhatARuleKnowsDoesNotLeaveInPart() throws IOException {
		String password = "ann@mail.example/correct-horse_test";
		SlackLoggingSettings settings = active(TestEnvironment.of(URIS, "slack.logging.opensearch.username=ship",
				"slack.logging.opensearch.password-file=" + secret(password)));
		ConfiguredShipping.Secrets secrets = new ConfiguredShipping.Secrets();
		secrets.authorization(cluster(settings), (trouble) -> {
			throw new AssertionError(trouble);
		});
		assertThat(masked(settings, secrets.masker(), "tried " + password + " twice")).isEqualTo("tried *** twice");
	}

	@Test
	void rotatedPasswordIsKnownAsSoonAsItIsUsed() throws IOException {
		Path file = secret("correct-horse_test");
		SlackLoggingSettings settings = active(TestEnvironment.of(URIS, "slack.logging.opensearch.username=ship",
				"slack.logging.opensearch.password-file=" + file));
		ConfiguredShipping.Secrets secrets = new ConfiguredShipping.Secrets();
		List<String> trouble = new ArrayList<>();
		var authorization = secrets.authorization(cluster(settings), trouble::add);
		Files.writeString(file, "battery-staple_test");
		assertThat(authorization.authorization()).isNotNull();
		assertThat(secrets.masker().mask("message", "correct-horse_test, battery-staple_test")).isEqualTo("***, ***");
		assertThat(trouble).isEmpty();
	}

	@Test
	void clusterThatAsksForNothingIsToldNothing() {
		SlackLoggingSettings settings = active(TestEnvironment.of(URIS));
		assertThat(new ConfiguredShipping.Secrets().authorization(cluster(settings), (trouble) -> {
		}).authorization()).isNull();
	}

	private static String masked(SlackLoggingSettings settings, EventMasker secrets, String message) {
		ManualClock clock = new ManualClock();
		StageMaking making = new StageMaking(new StageSettings(settings, null), secrets, new PipelineListener() {
		}, clock, (trouble) -> {
		});
		LateSlackSender sender = new LateSlackSender(() -> {
			throw new AssertionError("nothing is sent");
		});
		return making.parts(sender, sender).masking().mask(EventFixture.event().withMessage(message).build()).message();
	}

	private static ConfiguredCluster cluster(SlackLoggingSettings settings) {
		return Objects.requireNonNull(settings.cluster());
	}

	private static OpenSearchShipping.Settings settings(String... properties) {
		SlackLoggingSettings settings = active(TestEnvironment.of(properties));
		return new StageSettings(settings, null).shipping(cluster(settings));
	}

	private static String key(String... properties) {
		return new SlackPipelineAssembler().destinationsKey(TestEnvironment.of(properties));
	}

	private static ConfiguredPipeline joined(String... properties) {
		return new ConfiguredPipeline(active(TestEnvironment.of(properties)), null, RunId.random());
	}

	private static SlackLoggingSettings active(ConfigurableEnvironment environment) {
		return ((SlackLoggingSetup.Active) SlackLoggingSetup.read(environment, null)).settings();
	}

	private String spool() {
		return "slack.logging.spool.directory=" + this.directory.resolve("spool");
	}

	private Path secret(String content) throws IOException {
		return Files.writeString(this.directory.resolve("secret"), content);
	}

}
