package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.InboxRequest;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Secrets that change while the application runs, with the inbox as Slack: by a file, as
 * Kubernetes swaps it, and by a bean, as one that asks a vault.
 */
@ExtendWith(OutputCaptureExtension.class)
class RotatedSecretTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final SlackInbox inbox = SlackInbox.start();

	private final Vault vault = new Vault();

	@TempDir
	private Path folder = Path.of("");

	@AfterEach
	void close() {
		this.inbox.close();
		SLF4JBridgeHandler.uninstall();
	}

	@Test
	void webhookThatKubernetesSwapsIsFollowedWithoutARestartAndNothingIsLost() {
		swap("url", this.inbox.webhookUrl("old").toString());
		try (ConfigurableApplicationContext context = run("webhook-url-file=" + mounted("url"))) {
			critical("told by the old webhook");
			assertThat(this.inbox.takeMessage(SOON).channel()).isEqualTo("#old");
			// revoked first, swapped while the refusal is on its way
			this.inbox.enqueueFor("old", Reply.webhookError(403, "invalid_token"));
			this.vault.whenRefused = () -> swap("url", this.inbox.webhookUrl("new").toString());
			critical("told by the new webhook");
			InboxMessage message = this.inbox.takeMessage(SOON);
			assertThat(message.channel()).isEqualTo("#new");
			assertThat(message.allText()).contains("told by the new webhook");
			assertNothingIsLost(context);
			assertThat(this.inbox.requests()).extracting(InboxRequest::status).containsExactly(200, 403, 200);
		}
	}

	@Test
	void webhookThatIsSwappedAfterTheRefusalIsTriedWithoutWaitingForTheNextProbe() {
		swap("url", this.inbox.webhookUrl("old").toString());
		try (ConfigurableApplicationContext context = run("webhook-url-file=" + mounted("url"))) {
			this.inbox.enqueueFor("old", Reply.webhookError(403, "invalid_token"));
			critical("told by the new webhook");
			await().atMost(SOON).until(() -> status(context).destinations().get(0).stoppedBy() != null);
			swap("url", this.inbox.webhookUrl("new").toString());
			assertThat(this.inbox.takeMessage(SOON).channel()).isEqualTo("#new");
			assertNothingIsLost(context);
		}
	}

	@Test
	void webhookThatIsSwappedBeforeTheOldOneEndsIsNeverRefused() {
		swap("url", this.inbox.webhookUrl("old").toString());
		try (ConfigurableApplicationContext context = run("webhook-url-file=" + mounted("url"))) {
			critical("told by the old webhook");
			assertThat(this.inbox.takeMessage(SOON).channel()).isEqualTo("#old");
			swap("url", this.inbox.webhookUrl("new").toString());
			critical("told by the new webhook");
			assertThat(this.inbox.takeMessage(SOON).channel()).isEqualTo("#new");
			assertNothingIsLost(context);
			assertThat(this.inbox.requests()).extracting(InboxRequest::status).containsExactly(200, 200);
		}
	}

	@Test
	void tokenThatIsRevokedBeforeItsFileIsSwappedCostsNothing() {
		swap("token", this.inbox.botToken());
		try (ConfigurableApplicationContext context = run("bot-token-file=" + mounted("token"), "channel=#alerts",
				"api-url=" + this.inbox.apiUrl())) {
			critical("told with the old token");
			assertThat(this.inbox.takeMessage(SOON).allText()).contains("told with the old token");
			this.inbox.expireToken("xoxb-next_test");
			this.vault.whenRefused = () -> swap("token", "xoxb-next_test");
			critical("told with the next token");
			await().atMost(SOON)
				.until(() -> texts().stream().anyMatch((text) -> text.contains("told with the next token")));
			assertNothingIsLost(context);
		}
	}

	@Test
	void beanIsAskedAgainWhenItsTokenExpires() {
		this.vault.give("default", this.inbox.botToken());
		try (ConfigurableApplicationContext context = run("bot-token=from-bean", "channel=#alerts",
				"api-url=" + this.inbox.apiUrl())) {
			critical("told with the first token");
			assertThat(this.inbox.takeMessage(SOON).allText()).contains("told with the first token");
			this.inbox.expireToken("xoxb-next_test");
			this.vault.whenRefused = () -> this.vault.give("default", "xoxb-next_test");
			critical("told with the second token");
			await().atMost(SOON)
				.until(() -> texts().stream().anyMatch((text) -> text.contains("told with the second token")));
			assertThat(this.vault.refused).containsExactly("default");
			assertNothingIsLost(context);
		}
	}

	@Test
	void beanWinsOverTheConfiguredWebhookAndKnowsOneThatIsNotConfigured() {
		this.vault.give("default", this.inbox.webhookUrl("bean").toString());
		this.vault.give("oncall", this.inbox.webhookUrl("oncall").toString());
		try (ConfigurableApplicationContext context = run("webhook-url=" + this.inbox.webhookUrl("configured"),
				"destinations.oncall.webhook-url=from-bean", "routes[0].loggers=com.acme.Orders",
				"routes[0].to=default,oncall")) {
			critical("for both");
			assertThat(Stream.of(this.inbox.takeMessage(SOON), this.inbox.takeMessage(SOON)).map(InboxMessage::channel))
				.containsExactlyInAnyOrder("#bean", "#oncall");
			assertNothingIsLost(context);
		}
	}

	@Test
	void eventsAreHeldUntilTheBeanIsKnown() {
		this.vault.give("default", this.inbox.webhookUrl("bean").toString());
		this.vault.beforeItIsMade = () -> critical("before the bean");
		try (ConfigurableApplicationContext context = run("webhook-url=from-bean")) {
			assertThat(this.inbox.takeMessage(SOON).allText()).contains("before the bean");
			assertNothingIsLost(context);
		}
	}

	@Test
	void beanThatFailsStopsItsDestinationOnlyAndTellsNoSecret(CapturedOutput output) {
		this.vault.give("default", this.inbox.webhookUrl("default").toString());
		this.vault.failFor("oncall", new IllegalStateException("cannot renew xoxb-XXX_test"));
		try (ConfigurableApplicationContext context = run("webhook-url=from-bean",
				"destinations.oncall.bot-token=from-bean", "destinations.oncall.channel=#oncall",
				"routes[0].loggers=com.acme.Orders", "routes[0].to=default,oncall")) {
			critical("for both");
			assertThat(this.inbox.takeMessage(SOON).channel()).isEqualTo("#default");
			await().atMost(SOON)
				.until(() -> output.getErr()
					.contains("a SlackCredentials bean failed for destination 'oncall' (IllegalStateException)"));
			await().atMost(SOON).until(() -> status(context).waiting() == 1);
		}
		assertThat(output).doesNotContain("XXX_test");
	}

	@Test
	void beanThatIsCountedOnAndMissingStopsTheStart(CapturedOutput output) {
		assertThatThrownBy(() -> application().run(arguments("bot-token=from-bean", "channel=#alerts")))
			.hasRootCauseInstanceOf(InvalidSlackLoggingConfigurationException.class);
		assertThat(output).contains("APPLICATION FAILED TO START",
				"slack.logging.bot-token is from-bean, but there is no bean of type SlackCredentials");
	}

	@Test
	void beanThatIsMissingIsOnlySaidWhereNothingMayStopTheStart(CapturedOutput output) {
		application().run(arguments("bot-token=from-bean", "channel=#alerts", "fail-on-invalid-configuration=false"))
			.close();
		assertThat(output.getErr())
			.contains("slack.logging.bot-token is from-bean, but there is no bean of type SlackCredentials");
	}

	private static void assertNothingIsLost(ConfigurableApplicationContext context) {
		await().atMost(SOON).until(() -> status(context).waiting() == 0 && status(context).bufferSize() == 0);
		assertThat(status(context).dropped()).isEmpty();
		assertThat(status(context).balances()).isTrue();
	}

	private static PipelineStatus status(ConfigurableApplicationContext context) {
		return Objects.requireNonNull(context.getBean(PipelineView.class).status());
	}

	private List<String> texts() {
		return this.inbox.messages().stream().map(InboxMessage::allText).toList();
	}

	private ConfigurableApplicationContext run(String... properties) {
		SpringApplication application = application();
		application.addInitializers((context) -> ((GenericApplicationContext) context).registerBean("vault",
				SlackCredentials.class, this.vault::made));
		return application.run(arguments(properties));
	}

	private static SpringApplication application() {
		SpringApplication application = new SpringApplication(NoBeans.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application;
	}

	private static String[] arguments(String... properties) {
		return Stream
			.concat(Stream.of("shutdown.timeout=2s", "inbox.enabled=false", "retry.initial-backoff=100ms"),
					Arrays.stream(properties))
			.map((property) -> "--slack.logging." + property)
			.toArray(String[]::new);
	}

	private static void critical(String message) {
		LoggerFactory.getLogger("com.acme.Orders").error(MarkerFactory.getMarker("CRITICAL"), message);
	}

	private Path mounted(String key) {
		return this.folder.resolve(key);
	}

	/**
	 * As kubelet does: the file is a link to {@code ..data/<key>}, and {@code ..data} a
	 * link that is replaced in one step. Source: kubernetes, pkg/volume/util/
	 * atomic_writer.go.
	 */
	private void swap(String key, String secret) {
		try {
			Path version = Files.createTempDirectory(this.folder, "..2026_");
			Files.writeString(version.resolve(key), secret + "\n");
			Path next = Files.createSymbolicLink(this.folder.resolve("..data_tmp"), version.getFileName());
			Files.move(next, this.folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
			if (!Files.exists(mounted(key))) {
				Files.createSymbolicLink(mounted(key), Path.of("..data", key));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class NoBeans {

	}

	/** Secrets that are given by one thread and asked for by another. */
	private static final class Vault implements SlackCredentials {

		private final Map<String, String> secrets = new ConcurrentHashMap<>();

		private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

		private final Queue<String> refused = new ConcurrentLinkedQueue<>();

		private Runnable beforeItIsMade = () -> {
		};

		private volatile Runnable whenRefused = () -> {
		};

		Vault made() {
			this.beforeItIsMade.run();
			return this;
		}

		void give(String destination, String secret) {
			this.secrets.put(destination, secret);
		}

		void failFor(String destination, RuntimeException failure) {
			this.failures.put(destination, failure);
		}

		@Override
		public @Nullable Secret credential(String destination) {
			RuntimeException failure = this.failures.get(destination);
			if (failure != null) {
				throw failure;
			}
			String secret = this.secrets.get(destination);
			return (secret != null) ? Secret.of(secret) : null;
		}

		@Override
		public void refused(String destination) {
			this.refused.add(destination);
			this.whenRefused.run();
		}

	}

}
