package io.github.slacklogging.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.slacklogging.EventMasker;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StartAndEndTests {

	private static final String WEBHOOK = "slack.logging.webhook-url";

	private final Applications applications = new Applications();

	@AfterEach
	void close() {
		this.applications.close();
	}

	@Test
	void failingStartIsTold() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.applications.start(FailingShop.class));
		this.applications.awaitFlush();
		assertThat(String.join("\n", this.applications.texts())).contains("The stock is unknown")
			.contains("Start failed");
	}

	/** As a web server does whose port is in use: all beans exist by then. */
	@Test
	void failureAtTheVeryEndOfTheStartIsTold() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.applications.start(ClosedShop.class));
		this.applications.awaitFlush();
		assertThat(this.applications.texts()).singleElement().asString().contains("Start failed");
	}

	@Test
	void applicationStartedAfterAFailedOneIsHeardOnce() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.applications.start(FailingShop.class));
		this.applications.start();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
		this.applications.awaitFlush();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
	}

	@Test
	void applicationStartedRightAfterAFailedOneHasItsOwnDestinationAtOnce() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.applications.start(FailingShop.class));
		try (SlackInbox other = SlackInbox.start()) {
			ConfigurableApplicationContext next = this.applications.startWith(other);
			this.applications.assertOneAppender();
			this.applications.assertErrorIsTold(Applications.LOGGER, other);
			this.applications.awaitFlush();
			assertThat(String.join("\n", this.applications.texts())).contains("Start failed");
			next.close();
		}
	}

	@Test
	void fileThatCannotBeReadIsToldWithWhatTheSystemPropertiesSay(@TempDir Path folder) throws Exception {
		System.setProperty(WEBHOOK, this.applications.inbox().webhookUrl().toString());
		try {
			startWithBrokenFile(folder);
		}
		finally {
			System.clearProperty(WEBHOOK);
		}
		this.applications.awaitFlush();
		assertThat(this.applications.texts()).singleElement().asString().contains("Start failed");
	}

	/** The class that sets the properties is one of Spring's test framework. */
	@Test
	void fileThatCannotBeReadIsNotToldFromATestThatSpringRuns(@TempDir Path folder) throws Exception {
		TestPropertyValues.of(WEBHOOK + "=" + this.applications.inbox().webhookUrl())
			.applyToSystemProperties(() -> startWithBrokenFile(folder));
		this.applications.awaitFlush();
		assertThat(this.applications.inbox().requests()).isEmpty();
	}

	private boolean startWithBrokenFile(Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("application.yml"), "spring: [main\n");
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> this.applications.builder(OwnAutoConfigurations.class)
				.run("--spring.config.location=" + file.toUri()));
		return true;
	}

	@Test
	void whatBeansLogWhileTheyAreDestroyedIsTold() {
		this.applications.start(FarewellShop.class);
		this.applications.closeAll();
		assertThat(this.applications.texts()).singleElement().asString().contains("Could not say goodbye");
	}

	@Test
	void errorsOfTheStartWaitForTheApplicationsOwnMaskers() {
		this.applications.start(SecretiveShop.class);
		String text = this.applications.inbox().takeMessage(Duration.ofSeconds(20)).allText();
		assertThat(text).contains("Password is").doesNotContain("swordfish");
	}

	@Test
	void nothingIsAttachedWhereItIsSwitchedOff() {
		this.applications.start("--slack.logging.enabled=false");
		assertThat(AppenderPlaces.heardFrom(Applications.LOGGER)).isEmpty();
		LoggerFactory.getLogger(Applications.LOGGER).error("Nobody hears this");
		this.applications.closeAll();
		assertThat(this.applications.inbox().requests()).isEmpty();
	}

	@Test
	void contextWithoutSpringApplicationHasARuntimeOfItsOwn() {
		new ApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withPropertyValues("slack.logging.webhook-url=" + this.applications.inbox().webhookUrl(),
					"slack.logging.batch.linger=20ms")
			.run((context) -> {
				this.applications.assertOneAppender();
				this.applications.assertErrorIsTold();
			});
		assertThat(AppenderPlaces.heardFrom(Applications.LOGGER)).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class FailingShop {

		@Bean
		Object stock() {
			LoggerFactory.getLogger(Applications.LOGGER).error("The stock is unknown");
			throw new IllegalStateException("No stock, no shop");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class ClosedShop {

		@Bean
		SmartLifecycle door() {
			return new StuckDoor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class FarewellShop {

		@Bean
		AutoCloseable door() {
			return () -> LoggerFactory.getLogger(Applications.LOGGER).error("Could not say goodbye");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class SecretiveShop {

		@Bean
		Object door() {
			LoggerFactory.getLogger(Applications.LOGGER).error("Password is {}", "swordfish");
			return "open";
		}

		@Bean
		EventMasker passwordMasker() {
			return (field, text) -> text.replace("swordfish", "***");
		}

	}

	static final class StuckDoor implements SmartLifecycle {

		@Override
		public void start() {
			throw new IllegalStateException("The door is stuck");
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
