package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.slacklogging.EventMasker;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Applications that really start, share the logger, fail and end, with the inbox as
 * Slack.
 */
@ExtendWith(OutputCaptureExtension.class)
class RunningApplicationTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private SlackInbox inbox;

	@BeforeEach
	void startInbox() throws InterruptedException {
		// what another test let fail must not own the logger any more
		awaitEndOfTheFailedOne();
		this.inbox = SlackInbox.start();
	}

	@AfterEach
	void stopInbox() {
		this.inbox.close();
		// Boot's bridge would carry the JDK's debug log into other tests.
		SLF4JBridgeHandler.uninstall();
	}

	@Test
	void startThatFailsAfterAllBeansWereMadeIsTold() {
		assertThatThrownBy(() -> run(FailsLate.class)).hasMessageContaining("Failed to start bean");
		assertThat(this.inbox.takeMessage(SOON).text()).contains("the start failed");
	}

	@Test
	void startRightAfterAFailedOneHasALoggerOfItsOwn() throws InterruptedException {
		assertThatThrownBy(() -> run(FailsLate.class)).hasMessageContaining("Failed to start bean");
		try (ConfigurableApplicationContext next = run(NoBeans.class)) {
			assertThat(this.inbox.takeMessage(SOON).text()).contains("the start failed");
			awaitEndOfTheFailedOne();
			critical("still heard");
			assertThat(this.inbox.takeMessage(SOON).text()).contains("still heard");
		}
	}

	@Test
	void applicationThatOnlySharesTheLoggerDoesNotEndIt() {
		try (ConfigurableApplicationContext first = run(NoBeans.class)) {
			run(NoBeans.class).close();
			critical("still heard");
			assertThat(this.inbox.takeMessage(SOON).text()).contains("still heard");
		}
	}

	@Test
	void beansOfTheApplicationThatStartedTheLoggerCount() {
		try (ConfigurableApplicationContext first = run(StartsAnotherMeanwhile.class)) {
			critical("bought by kim");
			assertThat(this.inbox.takeMessage(SOON).text()).contains("bought by").doesNotContain("kim");
		}
	}

	@Test
	void webhookUrlIsNotInTheLogOfAnApplicationThatDebugsEverything(CapturedOutput output) {
		try (ConfigurableApplicationContext first = run(NoBeans.class, "--logging.level.root=TRACE")) {
			critical("debugged");
			assertThat(this.inbox.takeMessage(SOON).text()).contains("debugged");
		}
		String secret = this.inbox.webhookUrl().getPath();
		assertThat(output.getAll().lines()).anyMatch((line) -> line.contains("TRACE"))
			// the inbox's server, the other side, may say what it was asked
			.filteredOn((line) -> !line.contains("httpserver"))
			.noneMatch((line) -> line.contains(secret));
	}

	@Test
	void missingDestinationIsSaidOnce(CapturedOutput output) {
		application(NoBeans.class).run("--slack.logging.inbox.enabled=false").close();
		assertThat(lines(output, "no destination is configured")).isOne();
	}

	@Test
	void sslBundleThatIsNotThereStopsTheStart(CapturedOutput output) {
		assertThatThrownBy(() -> run(NoBeans.class, "--slack.logging.http.ssl-bundle=nowhere"))
			.hasRootCauseInstanceOf(InvalidSlackLoggingConfigurationException.class);
		assertThat(output).contains("slack.logging.http.ssl-bundle names an SSL bundle that cannot be used");
	}

	private ConfigurableApplicationContext run(Class<?> source, String... arguments) {
		String[] all = Stream
			.concat(Stream.of("--slack.logging.webhook-url=" + this.inbox.webhookUrl(),
					"--slack.logging.shutdown.timeout=2s"), Arrays.stream(arguments))
			.toArray(String[]::new);
		return application(source).run(all);
	}

	private static SpringApplication application(Class<?> source) {
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application;
	}

	private static void critical(String message) {
		LoggerFactory.getLogger("com.acme.Orders").error(MarkerFactory.getMarker("CRITICAL"), message);
	}

	private static void awaitEndOfTheFailedOne() throws InterruptedException {
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			if (thread.getName().equals("slack-logging-flush")) {
				thread.join();
			}
		}
	}

	private static long lines(CapturedOutput output, String part) {
		return output.getAll().lines().filter((line) -> line.contains(part)).count();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class NoBeans {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class FailsLate {

		@Bean
		SmartLifecycle failing() {
			return new SmartLifecycle() {
				@Override
				public void start() {
					throw new IllegalStateException("port in use");
				}

				@Override
				public void stop() {
				}

				@Override
				public boolean isRunning() {
					return false;
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class StartsAnotherMeanwhile {

		@Bean
		EventMasker names() {
			application(NoBeans.class).run().close();
			return (field, text) -> text.replace("kim", "[name]");
		}

	}

}
