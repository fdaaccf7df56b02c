package io.github.slacklogging.structured;

import java.util.Set;

import io.github.slacklogging.HandledException;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.appender.SlackAppender.Settings;
import io.github.slacklogging.runtime.ProcessRun;
import io.github.slacklogging.testing.CollectingIntake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LogIdApplicationListenerTests {

	private static final String ENABLED = "--slack.logging.structured.enabled=true";

	private static final String ECS = "--logging.structured.format.console=ecs";

	@AfterEach
	void aotIsOver() {
		System.clearProperty("spring.aot.processing");
	}

	@Test
	void slackAndTheStructuredLogAgreeOnTheId(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED, ECS)) {
			CollectingIntake intake = new CollectingIntake();
			SlackAppender appender = new SlackAppender();
			appender.setContext(StructuredApplication.logback());
			appender.connect(intake, new Settings(ProcessRun.id(), Severity.ERROR, Set.of(), CallerLocation.NEVER,
					Settings.DEFAULT_MAX_MESSAGE_LENGTH, HandledException.NONE));
			appender.start();
			StructuredApplication.logback().getLogger("shop.orders").addAppender(appender);
			application.log.error("Order 4721 failed");
			StructuredApplication.logback().getLogger("shop.orders").detachAppender(appender);
			assertThat(StructuredApplication.text(StructuredApplication.line(output.getOut(), "Order 4721 failed"),
					"log_id"))
				.isEqualTo(intake.event().logId());
		}
	}

	@Test
	void eventsAreNumberedAlsoWhereNoDestinationIsConfigured() {
		try (StructuredApplication application = StructuredApplication
			.startWithSlack("--slack.logging.inbox.enabled=false")) {
			assertThat(StructuredApplication.logback().getSequenceNumberGenerator()).isInstanceOf(RunSequence.class);
		}
	}

	@Test
	void nothingIsNumberedWhereEverythingIsOff() {
		try (StructuredApplication application = StructuredApplication.start()) {
			assertThat(StructuredApplication.logback().getSequenceNumberGenerator()).isNull();
		}
	}

	@Test
	void nothingIsNumberedAheadOfTime() {
		System.setProperty("spring.aot.processing", "true");
		try (StructuredApplication application = StructuredApplication.start(ENABLED)) {
			assertThat(StructuredApplication.logback().getSequenceNumberGenerator()).isNull();
		}
	}

	@Test
	void generatorOfAConfigurationFileWins(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED, ECS,
				"--logging.config=classpath:structured/own-generator.xml")) {
			assertThat(StructuredApplication.logback().getSequenceNumberGenerator()).isInstanceOf(EveryHundredth.class);
			application.log.error("Order 4722 failed");
			long number = StructuredApplication.logback().getSequenceNumberGenerator().nextSequenceNumber() - 100;
			assertThat(StructuredApplication.text(StructuredApplication.line(output.getOut(), "Order 4722 failed"),
					"log_id"))
				.isEqualTo(ProcessRun.id().logId(number));
		}
	}

	@Test
	void valueThatIsNoBooleanStopsNoStartHere() {
		try (StructuredApplication application = StructuredApplication.start(
				"--slack.logging.fail-on-invalid-configuration=false", "--slack.logging.structured.enabled=perhaps")) {
			assertThat(application.log.isErrorEnabled()).isTrue();
		}
	}

}
