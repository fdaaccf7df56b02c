package io.github.slacklogging.relay;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off: the first wait is {@code initial}, each further one twice as
 * long, never longer than {@code max}; jitter moves each by up to that share, so that
 * replicas that failed together do not return together.
 *
 * @param initial the first wait
 * @param max the longest wait
 * @param jitter share of a wait, 0 to 1
 * @param random source of the jitter
 */
record Backoff(Duration initial, Duration max, double jitter, RandomGenerator random) {

	// 2^30 seconds are 34 years: no wait needs more doublings.
	private static final int MAX_DOUBLINGS = 30;

	/**
	 * How long to wait.
	 * @param wait number of this wait, from 1
	 * @return nanoseconds
	 */
	long nanos(int wait) {
		double longest = this.max.toNanos();
		double middle = Math.min(longest, (double) this.initial.toNanos() * (1L << Math.min(wait - 1, MAX_DOUBLINGS)));
		double from = middle * (1 - this.jitter);
		double to = Math.min(longest, middle * (1 + this.jitter));
		return (long) (from + (to - from) * this.random.nextDouble());
	}

}
