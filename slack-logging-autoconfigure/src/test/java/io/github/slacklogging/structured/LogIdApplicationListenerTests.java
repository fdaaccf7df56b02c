package io.github.slacklogging.structured;

import java.time.Duration;

import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.runtime.ProcessRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

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
		try (SlackInbox inbox = SlackInbox.start();
				StructuredApplication application = StructuredApplication.startWithSlack(ENABLED, ECS,
						"--slack.logging.webhook-url=" + inbox.webhookUrl(), "--slack.logging.batch.linger=20ms")) {
			application.log.error("Order 4721 failed");
			JsonNode line = StructuredApplication.line(output.getOut(), "Order 4721 failed");
			assertThat(inbox.takeMessage(Duration.ofSeconds(10)).allText())
				.contains(StructuredApplication.text(line, "log_id"));
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
