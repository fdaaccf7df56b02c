package io.github.slacklogging.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

import io.github.slacklogging.Tick;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RateLimitTests {

	private final RelayTime time = new RelayTime();

	private Tick now = new Tick(Instant.EPOCH, Long.MAX_VALUE - 5);

	@Test
	void burstGoesAtOnceThenTheRateHolds() {
		RateLimit limit = limit(2, 3);
		assertThat(taken(limit)).isEqualTo(3);
		pass(Duration.ofMillis(499));
		assertThat(taken(limit)).isZero();
		pass(Duration.ofMillis(1));
		assertThat(taken(limit)).isEqualTo(1);
	}

	@Test
	void fractionOfAPermitPerSecondIsARate() {
		RateLimit limit = limit(0.1, 1);
		limit.tryTake();
		assertThat(limit.nextPermit()).isEqualTo(Duration.ofSeconds(10).toNanos());
	}

	@Test
	void rateAndBurstHalveAfterAThrottling() {
		RateLimit limit = limit(1, 4);
		limit.throttled(Duration.ofSeconds(2));
		assertThat(limit.nextPermit()).isEqualTo(Duration.ofSeconds(2).toNanos());
		pass(Duration.ofSeconds(2));
		assertThat(taken(limit)).isEqualTo(2);
		pass(Duration.ofMillis(1999));
		assertThat(taken(limit)).isZero();
		pass(Duration.ofMillis(1));
		assertThat(taken(limit)).isEqualTo(1);
	}

	@Test
	void rateRecoversByATenthAMinute() {
		RateLimit limit = limit(1, 1);
		limit.throttled(Duration.ofMinutes(3));
		pass(Duration.ofMinutes(3).plusSeconds(59));
		assertThat(limit.currentPermitsPerSecond()).isEqualTo(0.5);
		pass(Duration.ofSeconds(1));
		assertThat(limit.currentPermitsPerSecond()).isEqualTo(0.6);
		pass(Duration.ofMinutes(2));
		assertThat(limit.currentPermitsPerSecond()).isCloseTo(0.8, within(1e-9));
		pass(Duration.ofHours(1));
		assertThat(limit.currentPermitsPerSecond()).isEqualTo(1);
		limit.tryTake();
		assertThat(limit.nextPermit() - this.time.elapsed()).isEqualTo(Duration.ofSeconds(1).toNanos());
	}

	@Test
	void answersOfOnePauseHalveOnce() {
		RateLimit limit = limit(1, 1);
		limit.throttled(Duration.ofSeconds(1));
		limit.throttled(Duration.ofSeconds(4));
		limit.throttled(Duration.ofSeconds(2));
		assertThat(limit.currentPermitsPerSecond()).isEqualTo(0.5);
		assertThat(limit.nextPermit()).isEqualTo(Duration.ofSeconds(4).toNanos());
	}

	@Test
	void rateNeverFallsBelowASixteenth() {
		RateLimit limit = limit(1, 1);
		for (int i = 0; i < 10; i++) {
			limit.throttled(Duration.ofSeconds(1));
			pass(Duration.ofSeconds(1));
		}
		assertThat(limit.currentPermitsPerSecond()).isEqualTo(1.0 / 16);
	}

	@Test
	void pauseIsAtLeastASecondAndAtMostAnHour() {
		RateLimit limit = limit(1, 1);
		limit.throttled(Duration.ZERO);
		assertThat(limit.nextPermit()).isEqualTo(Duration.ofSeconds(1).toNanos());
		limit.throttled(Duration.ofDays(400));
		assertThat(limit.nextPermit()).isEqualTo(Duration.ofHours(1).toNanos());
	}

	@Test
	void eachOfThoseThatWereRefusedTogetherGoesOnAtAMomentOfItsOwn() {
		Set<Long> moments = new TreeSet<>();
		Random random = new Random(7);
		for (int replica = 0; replica < 50; replica++) {
			RateLimit limit = limit(1, 1, random);
			limit.tryTake();
			limit.throttled(Duration.ofSeconds(1));
			moments.add(limit.nextPermit());
		}
		assertThat(moments).hasSize(50);
		// a permit every two seconds: never before that, never a whole one later
		assertThat(moments).allSatisfy((moment) -> assertThat(moment).isBetween(Duration.ofSeconds(2).toNanos(),
				Duration.ofSeconds(4).toNanos()));
	}

	@Test
	void spreadDoesNotGrowWithThePauseThatSlackAsksFor() {
		RateLimit limit = limit(1, 1, new Random(7));
		limit.throttled(Duration.ofSeconds(30));
		assertThat(limit.nextPermit()).isBetween(Duration.ofSeconds(30).toNanos(), Duration.ofSeconds(32).toNanos());
	}

	@Test
	void spreadIsOverOnceItsTurnHasCome() {
		RateLimit limit = limit(1, 1, new Random(7));
		limit.throttled(Duration.ofSeconds(1));
		pass(Duration.ofNanos(limit.nextPermit() - this.time.elapsed()));
		assertThat(limit.tryTake()).isTrue();
		assertThat(limit.nextPermit() - this.time.elapsed()).isEqualTo(Duration.ofSeconds(2).toNanos());
	}

	@Test
	void turnComesSoonerWhenTheRateRecovers() {
		RateLimit limit = limit(0.01, 1, () -> -1L);
		limit.tryTake();
		for (int i = 0; i < 4; i++) {
			limit.throttled(Duration.ofSeconds(1));
			pass(Duration.ofSeconds(1));
		}
		pass(Duration.ofMinutes(10));
		assertThat(limit.currentPermitsPerSecond()).isEqualTo(0.01);
		// a permit every hundred seconds
		assertThat(limit.nextPermit() - this.time.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(200).toNanos());
	}

	@Test
	void clockThatWrapsAroundOrStepsBackChangesNothing() {
		RateLimit limit = limit(1, 1);
		limit.tryTake();
		this.time.advance(new Tick(Instant.EPOCH, this.now.nanos() - 1_000_000_000L));
		assertThat(limit.nextPermit()).isEqualTo(Duration.ofSeconds(1).toNanos());
		pass(Duration.ofSeconds(1));
		assertThat(this.now.nanos()).isNegative();
		assertThat(limit.tryTake()).isTrue();
	}

	private RateLimit limit(double permitsPerSecond, int burst) {
		return limit(permitsPerSecond, burst, () -> 0);
	}

	private RateLimit limit(double permitsPerSecond, int burst, RandomGenerator random) {
		this.time.advance(this.now);
		return new RateLimit(permitsPerSecond, burst, this.time, random);
	}

	private static int taken(RateLimit limit) {
		int taken = 0;
		while (limit.tryTake()) {
			taken++;
		}
		return taken;
	}

	private void pass(Duration duration) {
		this.now = this.now.plus(duration);
		this.time.advance(this.now);
	}

}
