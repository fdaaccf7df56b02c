package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimiterTests {

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 500_000_000);

	private final RateLimiter limiter = new RateLimiter(this.nanos::get);

	@Test
	void nothingIsLimitedAtTheStart() {
		for (int i = 0; i < 1_000; i++) {
			assertThat(this.limiter.acquire("#c")).isZero();
		}
	}

	@Test
	void burstIsGrantedThenOneEachSecond() {
		this.limiter.limitTo(1, 3);
		assertThat(this.limiter.acquire("#c")).isZero();
		assertThat(this.limiter.acquire("#c")).isZero();
		assertThat(this.limiter.acquire("#c")).isZero();
		assertThat(this.limiter.acquire("#c")).isEqualTo(Duration.ofSeconds(1));
		this.nanos.addAndGet(999_000_000);
		assertThat(this.limiter.acquire("#c")).isBetween(Duration.ofNanos(1), Duration.ofMillis(2));
		this.nanos.addAndGet(2_000_000);
		assertThat(this.limiter.acquire("#c")).isZero();
		assertThat(this.limiter.acquire("#c")).isPositive();
	}

	@Test
	void idleTimeEarnsNoMoreThanTheBurst() {
		this.limiter.limitTo(5, 2);
		this.nanos.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(this.limiter.acquire("#c")).isZero();
		assertThat(this.limiter.acquire("#c")).isZero();
		assertThat(this.limiter.acquire("#c")).isEqualTo(Duration.ofMillis(200));
	}

	@Test
	void limitMustBePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.limiter.limitTo(0, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.limiter.limitTo(1, 0));
	}

}
