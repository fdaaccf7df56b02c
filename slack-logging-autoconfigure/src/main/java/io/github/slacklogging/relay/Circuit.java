package io.github.slacklogging.relay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.slacklogging.CircuitState;

/**
 * The circuit breaker of one destination: so many failures in a row open it, and after a
 * while one attempt may find out. It judges whether Slack can be reached; any answer of
 * Slack's closes it, a refusal too.
 */
final class Circuit {

	// Before 2.3 Resilience4j measures this wait by the wall clock only. An application
	// may bring
	// such a version, so the wait is measured here and Resilience4j's own never ends.
	private static final Duration NEVER = Duration.ofDays(365_000);

	private final CircuitBreaker breaker;

	private final long openNanos;

	private final RelayTime time;

	private long openUntil;

	Circuit(String name, int failures, Duration openFor, RelayTime time) {
		// A window of as many calls as failures open it, all of which must have failed,
		// means "in a row".
		this.breaker = CircuitBreaker.of(name,
				CircuitBreakerConfig.custom()
					.slidingWindowType(SlidingWindowType.COUNT_BASED)
					.slidingWindowSize(failures)
					.minimumNumberOfCalls(failures)
					.failureRateThreshold(100)
					.recordResult(Boolean.FALSE::equals)
					.permittedNumberOfCallsInHalfOpenState(1)
					.waitDurationInOpenState(NEVER)
					.automaticTransitionFromOpenToHalfOpenEnabled(false)
					.build());
		this.openNanos = openFor.toNanos();
		this.time = time;
	}

	/** Whether an attempt may start; must be followed by one of the three answers. */
	boolean tryStart() {
		if (isOpen() && this.time.elapsed() >= this.openUntil) {
			this.breaker.transitionToHalfOpenState();
		}
		return this.breaker.tryAcquirePermission();
	}

	/** The next attempt may find out, whether or not it is time to. */
	void letOneFindOut() {
		if (isOpen()) {
			this.breaker.transitionToHalfOpenState();
		}
	}

	/** When {@link #tryStart()} can succeed; zero for any time. */
	long nextStart() {
		return isOpen() ? this.openUntil : 0;
	}

	void answered() {
		this.breaker.onResult(0, TimeUnit.NANOSECONDS, true);
	}

	void failed() {
		this.breaker.onResult(0, TimeUnit.NANOSECONDS, false);
		if (isOpen()) {
			this.openUntil = this.time.elapsed() + this.openNanos;
		}
	}

	/** The attempt says nothing about Slack's health. */
	void abstained() {
		this.breaker.releasePermission();
	}

	CircuitState state() {
		return switch (this.breaker.getState()) {
			case OPEN, FORCED_OPEN -> CircuitState.OPEN;
			case HALF_OPEN -> CircuitState.HALF_OPEN;
			case CLOSED, DISABLED, METRICS_ONLY -> CircuitState.CLOSED;
		};
	}

	private boolean isOpen() {
		return this.breaker.getState() == CircuitBreaker.State.OPEN;
	}

}
