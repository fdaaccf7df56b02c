package io.github.slacklogging.runtime;

import java.time.Duration;

import io.github.slacklogging.actuate.SlackLoggingMetrics;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class SeveralApplicationsTests {

	private final Applications applications = new Applications();

	@AfterEach
	void close() {
		this.applications.close();
	}

	@Test
	void tenRestartsLeaveOneAppender() {
		this.applications.start().close();
		int handlers = Applications.shutdownHandlers();
		for (int i = 0; i < 10; i++) {
			ConfigurableApplicationContext context = this.applications.start();
			this.applications.assertOneAppender();
			this.applications.assertErrorIsTold();
			context.close();
			assertThat(AppenderPlaces.heardFrom(Applications.LOGGER)).isEmpty();
			assertThat(Applications.shutdownHandlers()).isEqualTo(handlers);
		}
		assertThat(this.applications.texts()).hasSize(10);
	}

	@Test
	void applicationBesideAnotherSharesItsAppender() {
		this.applications.start();
		this.applications.start();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
		this.applications.closeAll();
		assertThat(this.applications.texts()).hasSize(1);
	}

	@Test
	void firstApplicationGoesOnWhenTheSecondIsClosed() {
		this.applications.start();
		this.applications.start().close();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
	}

	@Test
	void secondApplicationGoesOnWhenTheFirstIsClosed() {
		ConfigurableApplicationContext first = this.applications.start();
		this.applications.start();
		this.applications.assertErrorIsTold();
		first.close();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
	}

	/** What is wrong with it is found only where its beans are asked. */
	@Test
	void secondApplicationThatCannotTakeOverLeavesNothingBehind(CapturedOutput output) {
		ConfigurableApplicationContext first = this.applications.start();
		this.applications.start("--slack.logging.fail-on-invalid-configuration=true",
				"--slack.logging.opensearch.uris=https://localhost:1",
				"--slack.logging.opensearch.http.ssl-bundle=none-such");
		first.close();
		assertThat(output.getErr()).contains("could not go on for another application");
		assertThat(AppenderPlaces.heardFrom(Applications.LOGGER)).isEmpty();
	}

	@Test
	void otherDestinationsAreWarnedOfAndCountOnceTheFirstIsClosed(CapturedOutput output) {
		try (SlackInbox other = SlackInbox.start()) {
			ConfigurableApplicationContext first = this.applications.start();
			ConfigurableApplicationContext second = this.applications.startWith(other);
			assertThat(output.getErr()).containsOnlyOnce("another application in this JVM");
			this.applications.assertErrorIsTold();
			first.close();
			this.applications.assertOneAppender();
			this.applications.assertErrorIsTold(Applications.LOGGER, other);
			second.close();
		}
	}

	@Test
	void applicationStartedBesideAnotherAfterBootResetLogbackIsHeard() {
		ConfigurableApplicationContext first = this.applications.start();
		ConfigurableApplicationContext second = this.applications.start();
		second.close();
		// Boot resets Logback now, while the first is still open
		this.applications.start();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
		first.close();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
	}

	@Test
	void metersOfTheSecondApplicationGoOnWhenTheFirstIsClosed() {
		ConfigurableApplicationContext first = this.applications.start();
		ConfigurableApplicationContext second = this.applications.start(Metered.class);
		MeterRegistry registry = second.getBean(MeterRegistry.class);
		second.getBean(SlackLoggingMetrics.class).bindTo(registry);
		this.applications.assertErrorIsTold();
		first.close();
		this.applications.assertErrorIsTold();
		assertThat(
				registry.get("slack.logging.events").tags("severity", "error", "outcome", "accepted").meter().measure())
			.singleElement()
			.extracting(Measurement::getValue)
			.isEqualTo(2.0);
	}

	@Test
	void parentAndChildShareOneAppender() {
		ConfigurableApplicationContext parent = this.applications.start();
		ConfigurableApplicationContext child = this.applications
			.opened(this.applications.builder(OwnAutoConfigurations.class)
				.parent(parent)
				.run(this.applications.arguments(this.applications.inbox())));
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
		child.close();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
	}

	@Test
	void childThatFailsAfterItsStartLeavesTheParentItsAppender() {
		ConfigurableApplicationContext parent = this.applications.start();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.applications.builder(RunnerFails.class)
				.parent(parent)
				.run(this.applications.arguments(this.applications.inbox())));
		assertThat(this.applications.inbox().takeMessage(Duration.ofSeconds(20)).allText())
			.contains("the start failed");
		this.applications.awaitFlush();
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class Metered {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class RunnerFails {

		@Bean
		ApplicationRunner runner() {
			return (arguments) -> {
				throw new IllegalStateException("Nothing to run");
			};
		}

	}

}
