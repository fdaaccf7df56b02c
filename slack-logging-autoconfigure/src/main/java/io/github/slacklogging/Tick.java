package io.github.slacklogging;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of the clocks. Durations are measured with {@code nanos} only;
 * {@code instant} is for display, so that a clock that jumps changes nothing.
 *
 * @param instant wall clock
 * @param nanos monotonic clock, arbitrary origin, as {@link System#nanoTime()}
 */
public record Tick(Instant instant, long nanos) {

	public boolean isAtOrAfter(long otherNanos) {
		return this.nanos - otherNanos >= 0;
	}

	public Duration since(Tick earlier) {
		return Duration.ofNanos(this.nanos - earlier.nanos);
	}

	/**
	 * The monotonic reading that lies this far ahead.
	 * @param delay how far, not negative
	 * @return nanoseconds, to be compared with {@link #isAtOrAfter(long)}
	 */
	public long nanosAfter(Duration delay) {
		return this.nanos + delay.toNanos();
	}

	public Tick plus(Duration delay) {
		return new Tick(this.instant.plus(delay), this.nanos + delay.toNanos());
	}

}
