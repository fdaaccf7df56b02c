package io.github.slacklogging.pipeline;

import java.time.Duration;

import io.github.slacklogging.Pace;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * The ways of one lane: its own wire, and that of another destination which stands in
 * while Slack refuses its own or is not even tried there for long enough. Its own is
 * always tried first when it may be, so that it takes its work back by itself. Used by
 * the worker only.
 *
 * @param own wire of the destination
 * @param standIn wire of the destination that stands in, {@code null} for none
 * @param after how long its own must have been in trouble
 */
record Ways(Wire own, @Nullable Wire standIn, Duration after) {

	/** The wire on which a message may be posted now. */
	@Nullable Wire free(Duration trouble, Tick now) {
		if (this.own.isFree(Pace.POST, now)) {
			return this.own;
		}
		Wire other = active(trouble);
		return (other != null && other.isFree(Pace.POST, now)) ? other : null;
	}

	private @Nullable Wire active(Duration trouble) {
		boolean needed = this.own.isRefusedOrOpen() && trouble.compareTo(this.after) >= 0;
		return needed ? this.standIn : null;
	}

	/** Name of the destination that stands in now, if any does. */
	@Nullable String standIn(Duration trouble) {
		Wire other = active(trouble);
		return (other != null && !other.isRefusedOrOpen()) ? other.name() : null;
	}

	/** How long until a message may be posted, apart from answers. */
	long nanosToFree(Duration trouble, Tick now) {
		long toOwn = this.own.nanosToNext(Pace.POST, now);
		Wire other = active(trouble);
		if (other != null) {
			return Math.min(toOwn, other.nanosToNext(Pace.POST, now));
		}
		if (this.standIn != null && this.own.isRefusedOrOpen()) {
			return Math.min(toOwn, Math.max(0, this.after.minus(trouble).toNanos()));
		}
		return toOwn;
	}

}
