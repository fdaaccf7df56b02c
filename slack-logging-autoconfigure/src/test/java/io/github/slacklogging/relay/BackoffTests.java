package io.github.slacklogging.relay;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	@Test
	void waitsDoubleUpToTheLongest() {
		Backoff backoff = backoff(0);
		assertThat(LongStream.of(1, 2, 3, 6, 7, 8, 1000).map((wait) -> backoff.nanos((int) wait) / SECOND))
			.containsExactly(1L, 2L, 4L, 32L, 60L, 60L, 60L);
	}

	@Test
	void jitterSpreadsToBothSidesButNeverBeyondTheLongest() {
		Backoff backoff = backoff(0.2);
		assertThat(LongStream.range(0, 1000).map((i) -> backoff.nanos(3)).summaryStatistics())
			.satisfies((waits) -> assertThat(waits.getMin()).isBetween(SECOND * 32 / 10, SECOND * 33 / 10))
			.satisfies((waits) -> assertThat(waits.getMax()).isBetween(SECOND * 47 / 10, SECOND * 48 / 10));
		assertThat(LongStream.range(0, 1000).map((i) -> backoff.nanos(9)).summaryStatistics())
			.satisfies((waits) -> assertThat(waits.getMin()).isBetween(SECOND * 48, SECOND * 49))
			.satisfies((waits) -> assertThat(waits.getMax()).isBetween(SECOND * 59, SECOND * 60));
	}

	private static Backoff backoff(double jitter) {
		return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), jitter, new Random(7));
	}

}
