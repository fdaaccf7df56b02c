package io.github.slacklogging.appender;

import java.util.List;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunSequenceTests {

	private final LogbackFixture logback = new LogbackFixture();

	@Test
	void eventsAreNumberedFromOne() {
		this.logback.context.setSequenceNumberGenerator(new RunSequence());

		this.logback.log.error("first");
		this.logback.log.error("second");

		assertThat(this.logback.intake.events()).extracting(LogEvent::sequence).containsExactly(1L, 2L);
		assertThat(this.logback.intake.events()).extracting(LogEvent::logId)
			.containsExactly(LogbackFixture.RUN + "-1", LogbackFixture.RUN + "-2");
	}

	@Test
	void numbersGoOnAfterAReset() {
		this.logback.context.setSequenceNumberGenerator(new RunSequence());
		this.logback.log.error("first");

		this.logback.context.reset();
		this.logback.appender.start();
		this.logback.log.addAppender(this.logback.appender);
		this.logback.log.error("second");

		assertThat(this.logback.intake.events()).extracting(LogEvent::sequence).containsExactly(1L, 2L);
	}

	@Test
	void eventsWithoutANumberGetOneFromTheOtherEnd() {
		this.logback.log.error("first");
		this.logback.connect(this.logback.intake, LogbackFixture.settings(Severity.ERROR));
		this.logback.log.error("second");

		List<LogEvent> events = this.logback.intake.events();
		assertThat(events).extracting(LogEvent::sequence).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE - 1);
		assertThat(events.get(0).logId()).endsWith("-7zzzzzzzzzzzz");
	}

}
