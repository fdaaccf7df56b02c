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

	private final CircuitBreaker breaker;

	private final long openNanos;

	private final RelayTime time;

	private long openUntil;

	Circuit(String name, int failures, Duration openFor, RelayTime time) {
		// A window of as many calls as failures open it, all of which must have failed,
		// means "in a row".
		this.breaker = CircuitBreaker.of(name,
				CircuitBreakerConfig.custom()
					.slidingWindow(failures, failures, SlidingWindowType.COUNT_BASED)
					.failureRateThreshold(100)
					.recordResult(Boolean.FALSE::equals)
					.permittedNumberOfCallsInHalfOpenState(1)
					.waitDurationInOpenState(openFor)
					.automaticTransitionFromOpenToHalfOpenEnabled(false)
					.clock(time)
					.build());
		this.openNanos = openFor.toNanos();
		this.time = time;
	}

	/** Whether an attempt may start; must be followed by one of the three answers. */
	boolean tryStart() {
		return this.breaker.tryAcquirePermission();
	}

	/** When {@link #tryStart()} can succeed; zero for any time. */
	long nextStart() {
		return (this.breaker.getState() == CircuitBreaker.State.OPEN) ? this.openUntil : 0;
	}

	void answered() {
		this.breaker.onResult(0, TimeUnit.NANOSECONDS, true);
	}

	void failed() {
		this.breaker.onResult(0, TimeUnit.NANOSECONDS, false);
		if (this.breaker.getState() == CircuitBreaker.State.OPEN) {
			// Resilience4j lets an attempt through strictly after the wait.
			this.openUntil = this.time.elapsed() + this.openNanos + 1;
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

}
