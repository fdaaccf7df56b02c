package io.github.slacklogging.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventFilter;
import io.github.slacklogging.EventMasker;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.MessageCustomizer;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.runtime.SlackLoggingLifecycle;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an application sees of the error that is made up after its start: nothing. */
@ExtendWith(OutputCaptureExtension.class)
class RehearsalTests {

	private static final String CLIENT = "org.springframework.web.reactive.function.client";

	private static final List<String> ASKED = new CopyOnWriteArrayList<>();

	@Test
	void rehearsalIsPlayedToNobody(@TempDir Path spool, CapturedOutput output) {
		try (SlackInbox inbox = SlackInbox.start();
				ConfigurableApplicationContext context = run("--slack.logging.webhook-url=" + inbox.webhookUrl(),
						"--slack.logging.diagnostics=true", "--logging.level." + CLIENT + "=DEBUG",
						"--slack.logging.spool.enabled=true", "--slack.logging.spool.directory=" + spool)) {
			List<String> before = List.copyOf(ASKED);
			await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.doesNotContain("slack-logging-warm-up"));
			assertThat(output.getAll().lines().filter((line) -> line.contains("HTTP POST http://localhost/")))
				.as("it was played")
				.hasSize(2);
			assertThat(inbox.requests()).isEmpty();
			assertThat(ASKED).isEqualTo(before).noneMatch((asked) -> asked.contains("made up"));
			PipelineStatus status = Objects
				.requireNonNull(context.getBean(SlackLoggingLifecycle.class).view().status());
			assertThat(status.accepted()).isZero();
			assertThat(status.delivered().values()).allMatch((count) -> count == 0);
			assertThat(status.dropped().values()).allMatch((count) -> count == 0);
			assertThat(status.waiting()).isZero();
			assertThat(spool.toFile()).isDirectoryNotContaining((file) -> file.getName().contains("group"));
			assertThat(output.getAll()).doesNotContain("made up", "made.up");
		}
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		SpringApplication application = new SpringApplication(Curious.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class Curious {

		@Bean
		EventFilter filter() {
			return (event) -> {
				ASKED.add("filter " + event.message());
				return true;
			};
		}

		@Bean
		EventMasker masker() {
			return (field, text) -> {
				ASKED.add("masker " + text);
				return text;
			};
		}

		@Bean
		Fingerprinter fingerprinter() {
			return (event, computed) -> {
				ASKED.add("fingerprinter " + event.message());
				return computed;
			};
		}

		@Bean
		MessageCustomizer customizer() {
			return (group, extras) -> {
				ASKED.add("customizer");
				return extras;
			};
		}

		@Bean
		SlackCredentials credentials() {
			return (destination) -> {
				ASKED.add("credentials");
				return null;
			};
		}

		@Bean
		PipelineListener listener() {
			return new PipelineListener() {

				@Override
				public void accepted(Severity severity, long count) {
					ASKED.add("accepted");
				}

				@Override
				public void delivered(String destination, Severity severity, DeliveryKind how, long count) {
					ASKED.add("delivered");
				}

				@Override
				public void dropped(DropReason reason, Severity severity, long count) {
					ASKED.add("dropped");
				}

				@Override
				public void masked(String rule, long count) {
					ASKED.add("masked");
				}

			};
		}

	}

}
