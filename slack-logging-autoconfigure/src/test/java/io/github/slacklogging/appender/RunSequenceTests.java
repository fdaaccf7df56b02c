package io.github.slacklogging.appender;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunSequenceTests {

	private final LogbackFixture logback = new LogbackFixture();

	@Test
	void eventsOfAThreadHaveRisingNumbersThatAreNeverNone() {
		this.logback.context.setSequenceNumberGenerator(new RunSequence());

		this.logback.log.error("first");
		this.logback.log.error("second");

		List<LogEvent> events = this.logback.intake.events();
		assertThat(events).extracting(LogEvent::sequence).isSorted().doesNotHaveDuplicates().allMatch((n) -> n > 0);
		assertThat(events).extracting(LogEvent::logId)
			.allMatch((id) -> id.matches(LogbackFixture.RUN + "-[0-9a-z]{1,2}"));
	}

	@Test
	void manyThreadsGetNumbersOfTheirOwn() throws InterruptedException {
		RunSequence sequence = new RunSequence();
		Set<Long> numbers = ConcurrentHashMap.newKeySet();
		List<Thread> threads = Stream.generate(() -> new Thread(() -> {
			for (int i = 0; i < 10_000; i++) {
				numbers.add(sequence.nextSequenceNumber());
			}
		})).limit(40).toList();
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(numbers).hasSize(400_000).doesNotContain(0L).allMatch((number) -> number > 0);
	}

	@Test
	void numbersGoOnAfterAReset() {
		this.logback.context.setSequenceNumberGenerator(new RunSequence());
		this.logback.log.error("first");

		this.logback.context.reset();
		this.logback.appender.start();
		this.logback.log.addAppender(this.logback.appender);
		this.logback.log.error("second");

		assertThat(this.logback.intake.events()).extracting(LogEvent::sequence).isSorted().doesNotHaveDuplicates();
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
