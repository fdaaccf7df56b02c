package io.github.slacklogging;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Whether another attempt may start: back-off and circuit breaker in one. For one thread.
 * Each start must be followed by one of the three answers.
 */
public interface AttemptGate {

	/** Whether an attempt may start now. */
	boolean tryStart(Tick now);

	/**
	 * When {@link #tryStart} can succeed.
	 * @return nanoseconds from now, 0 for at once
	 */
	long nanosToStart(Tick now);

	/** The other side answered and may be asked again at once. */
	void answered(Tick now);

	/**
	 * The other side answered and wants to be left alone for a while. Closes the circuit,
	 * but the next wait is longer than the last one.
	 * @param atLeast how long at least, {@code null} where it did not say
	 * @param now the time
	 */
	void slowDown(@Nullable Duration atLeast, Tick now);

	/** The other side did not answer, or only that it cannot. */
	void failed(Tick now);

	/** State of the circuit. */
	CircuitState state();

	/** Failures since the last answer. */
	int failuresInARow();

}
