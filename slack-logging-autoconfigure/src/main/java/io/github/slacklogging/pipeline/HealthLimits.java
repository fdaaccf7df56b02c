package io.github.slacklogging.pipeline;

import java.time.Duration;

/**
 * Beyond what a destination is ill. Durations of more than a hundred years are taken for
 * a hundred years. Immutable.
 *
 * @param minSuccessRate lowest share of acknowledged attempts, 0 to 1
 * @param window how far back attempts and latencies count, positive
 * @param minSamples with fewer attempts, or latencies, their share says nothing; 1 to
 * 1000, which are as many as are remembered
 * @param maxOverdue events that may be due and unacknowledged for long, not negative
 * @param maxLatency from due to acknowledged, positive
 * @param maxConsecutiveFailures attempts that may fail in a row, not negative
 * @param maxCircuitOpen how long the circuit may not be closed, not negative
 */
public record HealthLimits(double minSuccessRate, Duration window, int minSamples, int maxOverdue, Duration maxLatency,
		int maxConsecutiveFailures, Duration maxCircuitOpen) {

	/** Readings of a monotonic clock can be compared only within half its range. */
	private static final Duration FOREVER = Duration.ofDays(36_500);

	/** What holds where nothing is configured. */
	public static final HealthLimits DEFAULTS = new HealthLimits(0.95, Duration.ofMinutes(5), 5, 500,
			Duration.ofSeconds(10), 5, Duration.ofMinutes(5));

	public HealthLimits {
		check(minSuccessRate >= 0 && minSuccessRate <= 1, "min-success-rate", "must be between 0 and 1");
		check(isPositive(window), "window", "must be positive");
		check(minSamples >= 1 && minSamples <= 1_000, "min-samples", "must be between 1 and 1000");
		check(maxOverdue >= 0, "max-overdue", "must not be negative");
		check(isPositive(maxLatency), "max-latency", "must be positive");
		check(maxConsecutiveFailures >= 0, "max-consecutive-failures", "must not be negative");
		check(!maxCircuitOpen.isNegative(), "max-circuit-open", "must not be negative");
		window = bounded(window);
		maxLatency = bounded(maxLatency);
		maxCircuitOpen = bounded(maxCircuitOpen);
	}

	private static Duration bounded(Duration duration) {
		return (duration.compareTo(FOREVER) > 0) ? FOREVER : duration;
	}

	private static boolean isPositive(Duration duration) {
		return !duration.isNegative() && !duration.isZero();
	}

	private static void check(boolean valid, String property, String rule) {
		if (!valid) {
			throw new IllegalArgumentException("slack.logging.health." + property + " " + rule);
		}
	}

}
