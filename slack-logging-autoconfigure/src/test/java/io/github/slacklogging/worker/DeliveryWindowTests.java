package io.github.slacklogging.worker;

import java.time.Duration;

import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryWindowTests {

	private final ManualClock clock = new ManualClock();

	private final DeliveryWindow window = new DeliveryWindow(Duration.ofMinutes(5));

	@Test
	void emptyOneHasNothingToComplainOf() {
		assertThat(this.window.successRate(now())).isEqualTo(1);
		assertThat(this.window.size(now())).isZero();
		assertThat(this.window.p95Latency(now())).isNull();
		assertThat(this.window.nanosToChange(true, now())).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void attemptCountsForTheWholeWindowAndNotLonger() {
		this.window.failed(now());
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.window.size(now())).isEqualTo(1);
		assertThat(this.window.successRate(now())).isZero();
		assertThat(this.window.nanosToChange(false, now())).isEqualTo(1);
		this.clock.advance(Duration.ofNanos(1));
		assertThat(this.window.size(now())).isZero();
		assertThat(this.window.successRate(now())).isEqualTo(1);
	}

	@Test
	void latestThousandCount() {
		for (int i = 0; i < 500; i++) {
			this.window.failed(now());
		}
		for (int i = 0; i < 1_000; i++) {
			this.window.succeeded(Duration.ofSeconds(1), now());
		}
		assertThat(this.window.size(now())).isEqualTo(1_000);
		assertThat(this.window.latencies(now())).isEqualTo(1_000);
		assertThat(this.window.successRate(now())).isEqualTo(1);
	}

	@Test
	void oneInTwentyMayBeSlower() {
		for (int i = 0; i < 19; i++) {
			this.window.took(Duration.ofSeconds(1), now());
		}
		this.window.took(Duration.ofMinutes(1), now());
		assertThat(this.window.p95Latency(now())).isEqualTo(Duration.ofSeconds(1));
		this.window.took(Duration.ofMinutes(1), now());
		assertThat(this.window.p95Latency(now())).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void latencyLeavesAndTheRestIsWhatCounts() {
		this.window.took(Duration.ofMinutes(1), now());
		this.clock.advance(Duration.ofMinutes(1));
		this.window.took(Duration.ofSeconds(1), now());
		assertThat(this.window.p95Latency(now())).isEqualTo(Duration.ofMinutes(1));
		assertThat(this.window.nanosToChange(true, now())).isEqualTo(Duration.ofMinutes(4).toNanos() + 1);
		assertThat(this.window.nanosToChange(false, now())).as("nobody looks while all is well")
			.isEqualTo(Long.MAX_VALUE);
		this.clock.advance(Duration.ofMinutes(4).plusNanos(1));
		assertThat(this.window.p95Latency(now())).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void latencyIsNoAttempt() {
		this.window.took(Duration.ofSeconds(1), now());
		this.window.succeeded(now());
		assertThat(this.window.size(now())).isEqualTo(1);
		assertThat(this.window.latencies(now())).isEqualTo(1);
	}

	private Tick now() {
		return this.clock.get();
	}

}
