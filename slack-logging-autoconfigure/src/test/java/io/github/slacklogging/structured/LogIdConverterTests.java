package io.github.slacklogging.structured;

import io.github.slacklogging.runtime.ProcessRun;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.MessageConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LogIdConverterTests {

	private static final String ENABLED = "--slack.logging.structured.enabled=true";

	private static final String SOME_ID = "\\[" + ProcessRun.id() + "-[0-9a-z]+\\]";

	@ParameterizedTest
	@ValueSource(strings = { "--logging.pattern.console=[%logId] %msg%n", "--logging.pattern.correlation=[%logId] ",
			"--logging.config=classpath:structured/pattern-rule.xml",
			"--logging.config=classpath:structured/pattern-no-rule.xml" })
	void idStandsInThePattern(String pattern, CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED, pattern)) {
			application.log.error("Order 4731 failed");
			assertThat(output.getOut()).containsPattern(SOME_ID + ".*Order 4731 failed").doesNotContain("PARSER_ERROR");
		}
	}

	@Test
	void idStandsBesideTheTrace(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.pattern.correlation=%correlationId[%logId] ")) {
			application.traced(() -> application.log.error("Order 4734 failed"));
			assertThat(output.getOut()).containsPattern(
					"\\[0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331\\] " + SOME_ID + " .*Order 4734 failed");
		}
	}

	@Test
	void wordIsStillKnownWhenLoggingIsConfiguredAnew(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.pattern.console=[%logId] %msg%n")) {
			LoggingSystem system = LoggingSystem.get(getClass().getClassLoader());
			system.cleanUp();
			system.beforeInitialize();
			system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
			application.log.error("Order 4732 failed");
			assertThat(output.getOut()).containsPattern(SOME_ID + " Order 4732 failed");
		}
	}

	/** As after a restart in the same JVM with classes of its own. */
	@Test
	void wordOfAnApplicationThatRanBeforeGivesWay(CapturedOutput output) {
		PatternLayout.DEFAULT_CONVERTER_SUPPLIER_MAP.put("logId", MessageConverter::new);
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.pattern.console=[%logId] %msg%n")) {
			application.log.error("Order 4735 failed");
			assertThat(output.getOut()).containsPattern(SOME_ID + " Order 4735 failed");
		}
	}

	@Test
	void wordIsKnownAndEmptyWhereEverythingIsOff(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication
			.start("--logging.pattern.console=[%logId] %msg%n")) {
			application.log.error("Order 4733 failed");
			assertThat(output.getOut()).contains("[] Order 4733 failed");
		}
	}

}
