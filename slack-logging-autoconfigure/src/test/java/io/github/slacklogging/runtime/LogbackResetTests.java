package io.github.slacklogging.runtime;

import java.time.Duration;

import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LogbackResetTests {

	private final Applications applications = new Applications();

	@AfterEach
	void close() {
		this.applications.close();
	}

	@Test
	void appenderIsBackAfterEveryReset() {
		this.applications.start();
		for (int i = 0; i < 2; i++) {
			Applications.logback().reset();
			this.applications.assertOneAppender();
			this.applications.assertErrorIsTold();
		}
	}

	@Test
	void appenderIsBackAfterTheLoggingSystemWasMadeAnew() {
		ConfigurableEnvironment environment = this.applications.start().getEnvironment();
		reinitialise(environment);
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> this.applications.assertOneAppender());
		this.applications.assertErrorIsTold();
	}

	/** As Spring Cloud's bootstrap does it, before any bean exists. */
	@Test
	void appenderIsBackAtOnceWhenAnInitializerMadeTheLoggingSystemAnew() {
		this.applications.opened(this.applications.builder(OwnAutoConfigurations.class)
			.initializers((context) -> reinitialise(context.getEnvironment()))
			.run(this.applications.arguments(this.applications.inbox())));
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
	}

	private static void reinitialise(ConfigurableEnvironment environment) {
		LoggingSystem system = LoggingSystem.get(LogbackResetTests.class.getClassLoader());
		system.cleanUp();
		system.beforeInitialize();
		system.initialize(new LoggingInitializationContext(environment), null, null);
	}

	@Test
	void loggerThatKeepsItsEventsIsHeardOnceLikeAllOthers() {
		this.applications.start("--logging.config=classpath:runtime/not-additive.xml");
		for (String logger : new String[] { "shop.audit", "shop.audit.login", Applications.LOGGER }) {
			this.applications.assertOneAppender(logger);
			this.applications.assertErrorIsTold(logger);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "declared.xml", "declared-nested.xml" })
	void declaredAppenderIsAdoptedAndNotDoubled(String file) {
		this.applications.start("--logging.config=classpath:runtime/" + file);
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
		Applications.logback().reset();
		// the file's appender is gone with the reset, so ours takes its place
		this.applications.assertOneAppender();
		this.applications.assertErrorIsTold();
	}

	/**
	 * As {@code scan="true"} does it: a reset, and the file's appenders a moment later.
	 */
	@Test
	void declaredAppenderIsAdoptedAgainWhenItsFileIsReloaded() throws JoranException {
		this.applications.start("--logging.config=classpath:runtime/declared.xml");
		SlackAppender before = AppenderPlaces.heardFrom(Applications.LOGGER).get(0);
		Applications.logback().reset();
		SlackAppender ours = AppenderPlaces.heardFrom(Applications.LOGGER).get(0);
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(Applications.logback());
		configurator.doConfigure(LogbackResetTests.class.getResource("/runtime/declared.xml"));
		this.applications.assertOneAppender();
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(AppenderPlaces.heardFrom(Applications.LOGGER)).singleElement()
				.isNotIn(before, ours));
		this.applications.assertErrorIsTold();
	}

	@Test
	void appenderDeclaredForOneLoggerHearsOnlyThatOne() {
		this.applications.start("--logging.config=classpath:runtime/declared-for-one-logger.xml");
		assertThat(AppenderPlaces.heardFrom(Applications.LOGGER)).isEmpty();
		this.applications.assertOneAppender("shop.payments");
		this.applications.assertErrorIsTold("shop.payments");
	}

}
