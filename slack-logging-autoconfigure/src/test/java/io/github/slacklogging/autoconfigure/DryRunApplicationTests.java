package io.github.slacklogging.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.actuate.SlackLoggingHealthIndicator;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import io.github.slacklogging.testing.HeardVoice;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications that really start, and send nothing. */
class DryRunApplicationTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	@SuppressWarnings("NullAway.Init")
	private HeardVoice voice;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@AfterEach
	void deafen() {
		this.voice.close();
	}

	@Test
	void messageIsLoggedAndTheInboxSeesNothing() {
		try (SlackInbox inbox = SlackInbox.start();
				ConfigurableApplicationContext application = run("slack.logging.webhook-url=" + inbox.webhookUrl())) {
			LoggerFactory.getLogger("com.acme.Orders").error("Order 4711 failed");
			assertThat(awaitOne()).contains("a message for 'default' (webhook)", "Order 4711 failed")
				.doesNotContain(inbox.webhookUrl().getPath());
			assertThat(inbox.requests()).isEmpty();
			assertThat(status(application).dropped()).containsEntry(DropReason.DRY_RUN, 1L);
		}
	}

	@Test
	void botIsNotEvenAskedWhoItIs() {
		try (SlackInbox inbox = SlackInbox.start();
				ConfigurableApplicationContext application = run("slack.logging.bot-token=xoxb-1-of-a-dry-run",
						"slack.logging.channel=#orders", "slack.logging.api-url=" + inbox.apiUrl())) {
			LoggerFactory.getLogger("com.acme.Orders").error("Order 4711 failed");
			assertThat(awaitOne()).contains("a message for 'default' (bot)", "\"channel\": \"#orders\"");
			assertThat(inbox.requests()).isEmpty();
		}
	}

	@Test
	void noCredentialIsNeeded() {
		try (ConfigurableApplicationContext application = run("slack.logging.inbox.enabled=false")) {
			LoggerFactory.getLogger("com.acme.Orders").error("Order 4711 failed");
			assertThat(awaitOne()).contains("a message for 'default' (webhook)");
		}
	}

	@Test
	void destinationWithNothingButAChannelIsABot() {
		try (ConfigurableApplicationContext application = run("slack.logging.destinations.oncall.channel=#oncall",
				"slack.logging.routes[0].to=oncall")) {
			LoggerFactory.getLogger("com.acme.Orders").error("Order 4711 failed");
			assertThat(awaitOne()).contains("a message for 'oncall' (bot)");
		}
	}

	@Test
	void healthSaysWhyItIsUnknown() {
		try (ConfigurableApplicationContext application = run("slack.logging.inbox.enabled=false")) {
			LoggerFactory.getLogger("com.acme.Orders").error("Order 4711 failed");
			awaitOne();
			var health = application.getBean(SlackLoggingHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(health.getDetails()).doesNotContainKey("problems")
				.hasEntrySatisfying("hint", (hint) -> assertThat(hint).asString().startsWith("Dry run"));
		}
	}

	@Test
	void nothingIsKeptOnDiskSoThatWhatWaitsThereIsStillTold() {
		Path spool = this.directory.resolve("spool");
		try (ConfigurableApplicationContext application = run("slack.logging.inbox.enabled=false",
				"slack.logging.spool.enabled=true", "slack.logging.spool.directory=" + spool)) {
			LoggerFactory.getLogger("com.acme.Orders").error("Order 4711 failed");
			awaitOne();
		}
		assertThat(spool).doesNotExist();
	}

	@Test
	void whatWouldBeShippedIsCountedAndNoClusterIsAsked() {
		try (ConfigurableApplicationContext application = run("slack.logging.inbox.enabled=false",
				"slack.logging.opensearch.uris=http://localhost:9", "slack.logging.opensearch.level=ERROR")) {
			LoggerFactory.getLogger("com.acme.Orders").error("Order 4711 failed");
			awaitOne();
			PipelineView view = application.getBean(PipelineView.class);
			Awaitility.await().atMost(SOON).untilAsserted(() -> {
				ShippingStatus shipping = Objects.requireNonNull(view.shipping());
				assertThat(shipping.dropped()).containsOnlyKeys(DropReason.DRY_RUN);
				assertThat(shipping.delivery().lastFailure()).isNull();
				assertThat(shipping.balances()).isTrue();
			});
		}
	}

	private String awaitOne() {
		Awaitility.await().atMost(SOON).until(() -> !this.voice.lines(Level.INFO).isEmpty());
		return this.voice.lines(Level.INFO).get(0);
	}

	private static PipelineStatus status(ConfigurableApplicationContext application) {
		PipelineView view = application.getBean(PipelineView.class);
		Awaitility.await()
			.atMost(SOON)
			.until(() -> view.status() != null && view.status().waiting() == 0 && !view.status().dropped().isEmpty());
		return Objects.requireNonNull(view.status());
	}

	private ConfigurableApplicationContext run(String... properties) {
		String[] arguments = Stream
			.concat(Stream.of("slack.logging.dry-run=true", "slack.logging.batch.linger=20ms"),
					Arrays.stream(properties))
			.map((property) -> "--" + property)
			.toArray(String[]::new);
		ConfigurableApplicationContext application = new SpringApplicationBuilder(OwnAutoConfigurations.class)
			.web(WebApplicationType.NONE)
			.run(arguments);
		// not before: Boot takes all appenders off
		this.voice = new HeardVoice("slack.logging.dry-run");
		return application;
	}

}
