package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StillnessTests {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final StackTraceElement READING = frame(10);

	private static final StackTraceElement WRITING = frame(20);

	private final ManualClock clock = new ManualClock();

	private final Stillness stillness = new Stillness(PAUSE.multipliedBy(2));

	@Test
	void firstLookKnowsNothingYet() {
		assertThat(look(READING)).isZero();
	}

	@Test
	void threadThatStandsIsStillForAsLongAsItIsSeenThere() {
		look(READING);
		look(READING);
		assertThat(look(READING)).isEqualTo(PAUSE.multipliedBy(2));
	}

	@Test
	void threadThatMovesIsNotStillHoweverLongItTakes() {
		for (int i = 0; i < 100; i++) {
			assertThat(look((i % 2 == 0) ? READING : WRITING)).isZero();
		}
	}

	@Test
	void anotherLineOfTheSameMethodIsAMove() {
		look(READING);
		look(READING);
		assertThat(look(WRITING)).isZero();
		assertThat(look(WRITING)).isEqualTo(PAUSE);
	}

	@Test
	void hourInWhichTheJvmWasStoppedIsNoHourOfStillness() {
		look(READING);
		this.clock.advance(Duration.ofHours(1));
		assertThat(look(READING)).isEqualTo(PAUSE.multipliedBy(2));
	}

	private Duration look(StackTraceElement frame) {
		return this.stillness.look(this.clock.advance(PAUSE), List.of(frame));
	}

	private static StackTraceElement frame(int line) {
		return new StackTraceElement("shop.Stock", "load", "Stock.java", line);
	}

}
