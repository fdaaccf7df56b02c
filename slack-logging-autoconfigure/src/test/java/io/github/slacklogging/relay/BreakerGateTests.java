package io.github.slacklogging.relay;

import java.time.Duration;
import java.util.Random;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.ManualClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BreakerGateTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration NANO = Duration.ofNanos(1);

	private final ManualClock clock = new ManualClock();

	private BreakerGate gate = gate(0, 3);

	@Test
	void gateIsOpenAtFirstAndAfterEachAnswer() {
		for (int i = 0; i < 10; i++) {
			assertThat(wait(this.gate)).isZero();
			assertThat(this.gate.tryStart(now())).isTrue();
			this.gate.answered(now());
		}
		assertThat(this.gate.state()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.gate.failuresInARow()).isZero();
	}

	@Test
	void waitsDoubleAfterFailuresUpToTheLongest() {
		this.gate = gate(0, 100);
		for (long seconds : new long[] { 1, 2, 4, 8, 16, 32, 60, 60 }) {
			fail();
			assertThat(wait(this.gate)).isEqualTo(Duration.ofSeconds(seconds));
			pass(Duration.ofSeconds(seconds).minus(NANO));
			assertThat(this.gate.tryStart(now())).isFalse();
			assertThat(wait(this.gate)).isEqualTo(NANO);
			pass(NANO);
		}
		assertThat(this.gate.failuresInARow()).isEqualTo(8);
	}

	@Test
	void answerEndsTheBackOff() {
		fail();
		pass(SECOND);
		fail();
		pass(Duration.ofSeconds(2));
		start();
		this.gate.answered(now());
		assertThat(this.gate.failuresInARow()).isZero();
		assertThat(wait(this.gate)).isZero();
		fail();
		assertThat(wait(this.gate)).isEqualTo(SECOND);
	}

	@Test
	void jitterSpreadsTheWaitsOfReplicas() {
		BreakerGate one = new BreakerGate(settings(0.5, 3), new Random(1));
		BreakerGate other = new BreakerGate(settings(0.5, 3), new Random(2));
		one.failed(now());
		other.failed(now());
		assertThat(wait(one)).isNotEqualTo(wait(other)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
	}

	@Test
	void failuresInARowOpenTheCircuitForAWhileThenOneAttemptFindsOut() {
		open();
		assertThat(wait(this.gate)).isEqualTo(MINUTE);
		pass(MINUTE.minus(NANO));
		assertThat(this.gate.tryStart(now())).isFalse();
		pass(NANO);
		assertThat(wait(this.gate)).isZero();
		assertThat(this.gate.tryStart(now())).isTrue();
		assertThat(this.gate.state()).isEqualTo(CircuitState.HALF_OPEN);
		assertThat(this.gate.tryStart(now())).isFalse();
		this.gate.answered(now());
		assertThat(this.gate.state()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.gate.tryStart(now())).isTrue();
	}

	@Test
	void attemptThatFindsNobodyOpensTheCircuitAgain() {
		open();
		pass(MINUTE);
		fail();
		assertThat(this.gate.state()).isEqualTo(CircuitState.OPEN);
		assertThat(wait(this.gate)).isEqualTo(MINUTE);
		assertThat(this.gate.failuresInARow()).isEqualTo(4);
	}

	@Test
	void whileOneAttemptFindsOutOnlyItsAnswerMatters() {
		open();
		pass(MINUTE);
		start();
		assertThat(this.gate.nanosToStart(now())).isEqualTo(Long.MAX_VALUE);
		pass(Duration.ofHours(2));
		assertThat(this.gate.tryStart(now())).isFalse();
		assertThat(this.gate.nanosToStart(now())).isEqualTo(Long.MAX_VALUE);
		this.gate.failed(now());
		assertThat(wait(this.gate)).isEqualTo(MINUTE);
	}

	@Test
	void failuresBetweenAnswersOpenNothing() {
		for (int i = 0; i < 20; i++) {
			fail();
			pass(MINUTE);
			if (i % 2 == 1) {
				start();
				this.gate.answered(now());
			}
		}
		assertThat(this.gate.state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void wishToBeLeftAloneIsHonouredAndIsNoFailure() {
		slowDown(Duration.ofSeconds(17));
		assertThat(wait(this.gate)).isEqualTo(Duration.ofSeconds(17));
		pass(Duration.ofSeconds(17).minus(NANO));
		assertThat(this.gate.tryStart(now())).isFalse();
		pass(NANO);
		for (int i = 0; i < 20; i++) {
			slowDown(Duration.ZERO);
			pass(MINUTE);
		}
		assertThat(this.gate.state()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.gate.failuresInARow()).isZero();
	}

	@Test
	void eachWishMakesTheNextWaitLonger() {
		for (long seconds : new long[] { 1, 2, 4, 8 }) {
			slowDown(null);
			assertThat(wait(this.gate)).isEqualTo(Duration.ofSeconds(seconds));
			pass(Duration.ofSeconds(seconds));
		}
		slowDown(SECOND);
		assertThat(wait(this.gate)).isEqualTo(Duration.ofSeconds(16));
	}

	@Test
	void nobodyIsLeftAloneForLongerThanAnHour() {
		slowDown(Duration.ofDays(365));
		assertThat(wait(this.gate)).isEqualTo(Duration.ofHours(1));
		pass(Duration.ofHours(1));
		slowDown(Duration.ofHours(1).minus(NANO));
		assertThat(wait(this.gate)).isEqualTo(Duration.ofHours(1).minus(NANO));
		pass(Duration.ofHours(1));
		slowDown(Duration.ofSeconds(Long.MAX_VALUE));
		assertThat(wait(this.gate)).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void wishBelowNothingIsNoWish() {
		slowDown(Duration.ofSeconds(-5));
		assertThat(wait(this.gate)).isEqualTo(SECOND);
		pass(SECOND);
		slowDown(Duration.ofSeconds(Long.MIN_VALUE));
		assertThat(wait(this.gate)).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void wishClosesTheCircuit() {
		open();
		pass(MINUTE);
		slowDown(Duration.ofSeconds(90));
		assertThat(this.gate.state()).isEqualTo(CircuitState.CLOSED);
		assertThat(wait(this.gate)).isEqualTo(Duration.ofSeconds(90));
		assertThat(this.gate.failuresInARow()).isZero();
	}

	@Test
	void lateFailureShortensNoWish() {
		start();
		slowDown(Duration.ofMinutes(10));
		this.gate.failed(now());
		assertThat(wait(this.gate)).isEqualTo(Duration.ofMinutes(10));
	}

	@Test
	void nobodyIsToldToComeAtOnceAndThenTurnedAway() {
		Random random = new Random(7);
		this.gate = new BreakerGate(settings(0.2, 2), random);
		int started = 0;
		int underWay = 0;
		for (int i = 0; i < 20_000; i++) {
			long nanos = this.gate.nanosToStart(now());
			boolean start = this.gate.tryStart(now());
			assertThat(start).isEqualTo(nanos == 0);
			assertThat(nanos == Long.MAX_VALUE && underWay == 0).isFalse();
			underWay += start ? 1 : 0;
			started += start ? 1 : 0;
			if (underWay > 0 && random.nextInt(3) > 0) {
				underWay--;
				answer(random.nextInt(4));
			}
			pass(Duration.ofMillis(random.nextInt(20_000)));
		}
		assertThat(started).isGreaterThan(1_000);
	}

	private void answer(int which) {
		switch (which) {
			case 0 -> this.gate.answered(now());
			case 1 -> this.gate.slowDown(Duration.ofSeconds(3), now());
			default -> this.gate.failed(now());
		}
	}

	@Test
	void settingsOutOfRangeAreRefusedByTheirProperty() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new BreakerGate.Settings(Duration.ZERO, MINUTE, 0, 1, MINUTE))
			.withMessageStartingWith("slack.logging.retry.initial-backoff");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(1.1, 1))
			.withMessageStartingWith("slack.logging.retry.jitter");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 0))
			.withMessageStartingWith("slack.logging.circuit-breaker.failures");
	}

	private void start() {
		assertThat(this.gate.tryStart(now())).isTrue();
	}

	private void fail() {
		start();
		this.gate.failed(now());
	}

	private void open() {
		fail();
		pass(SECOND);
		fail();
		pass(Duration.ofSeconds(2));
		assertThat(this.gate.state()).isEqualTo(CircuitState.CLOSED);
		fail();
		assertThat(this.gate.state()).isEqualTo(CircuitState.OPEN);
	}

	private void slowDown(@Nullable Duration atLeast) {
		start();
		this.gate.slowDown(atLeast, now());
	}

	private Tick now() {
		return this.clock.get();
	}

	private void pass(Duration duration) {
		this.clock.advance(duration);
	}

	private Duration wait(BreakerGate which) {
		return Duration.ofNanos(which.nanosToStart(now()));
	}

	private static BreakerGate gate(double jitter, int failures) {
		return new BreakerGate(settings(jitter, failures), new Random(7));
	}

	private static BreakerGate.Settings settings(double jitter, int failures) {
		return new BreakerGate.Settings(SECOND, MINUTE, jitter, failures, MINUTE);
	}

}
