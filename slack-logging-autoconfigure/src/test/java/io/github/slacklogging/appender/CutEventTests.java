package io.github.slacklogging.appender;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.HandledException;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.appender.SlackAppender.Settings;
import io.github.slacklogging.masking.EventMasking;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever length an event has: what is cut off it leaves no half of a secret. */
class CutEventTests {

	private static final int LIMIT = 256;

	private static final String SECRET = "card 4111 1111 1111 1111, IBAN DE38 5617 8204 0032 7117 23, "
			+ "jane.doe@mail.example.com password=\"hunter2 hunter3\" 291-63-2174";

	private static final List<String> PARTS = List.of("4111", "5617", "7117", "jane", "hunter", "291-6");

	private final EventMasking masking = new EventMasking(EventMasking.Settings.defaults(), List.of(),
			new PipelineListener() {
			});

	@Test
	void messageAndExceptionLeaveNoHalfOfASecret() {
		LogbackFixture logback = new LogbackFixture();
		logback.connect(logback.intake, new Settings(LogbackFixture.RUN, Severity.ERROR, Set.of(), CallerLocation.NEVER,
				LIMIT, HandledException.NONE));
		for (int before = LIMIT - SECRET.length() - 1; before < LIMIT; before++) {
			String text = "x".repeat(before) + " " + SECRET;
			logback.log.error(text, new IllegalStateException(text));
		}

		assertMasked(logback.intake.events());
	}

	@Test
	void fieldsLeaveNoHalfOfASecret() {
		LogbackFixture logback = new LogbackFixture();
		for (int before = 8 * 1024 - SECRET.length() - 20; before < 8 * 1024; before++) {
			String text = "x".repeat(before) + " " + SECRET;
			logback.log.atError()
				.addKeyValue("text", text)
				.addKeyValue("parts", Map.of("note", text))
				.log("Order failed");
		}

		assertMasked(logback.intake.events());
	}

	private void assertMasked(List<LogEvent> events) {
		assertThat(events).hasSizeGreaterThan(SECRET.length());
		for (LogEvent event : events) {
			MaskedEvent kept = this.masking.mask(event);
			MaskedThrowable thrown = kept.throwable();
			String masked = kept.message() + kept.keyValues() + ((thrown != null) ? thrown.message() : "");
			assertThat(PARTS).as(masked).noneMatch(masked::contains);
		}
	}

}
