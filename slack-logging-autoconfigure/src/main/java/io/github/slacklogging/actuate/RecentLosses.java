package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.DropReason;

/**
 * Whether events were lost lately, as seen by those who look: a loss counts from the
 * first look that finds it, so that rare looks do not miss one. Thread-safe.
 */
final class RecentLosses {

	static final Duration RECENT = Duration.ofMinutes(5);

	/** What somebody wanted, or what keeps the logger from telling of itself. */
	private static final Set<DropReason> INTENDED = EnumSet.of(DropReason.MUTED, DropReason.DRY_RUN, DropReason.SELF);

	private long seen;

	private long changedAtNanos;

	/**
	 * Looks.
	 * @param dropped events dropped so far, by reason
	 * @param nowNanos monotonic clock
	 */
	synchronized boolean any(Map<DropReason, Long> dropped, long nowNanos) {
		long lost = 0;
		for (Map.Entry<DropReason, Long> entry : dropped.entrySet()) {
			lost += INTENDED.contains(entry.getKey()) ? 0 : entry.getValue();
		}
		// Any change: the counts begin again with a new runtime.
		if (lost != this.seen) {
			this.seen = lost;
			this.changedAtNanos = nowNanos;
		}
		return lost > 0 && nowNanos - this.changedAtNanos < RECENT.toNanos();
	}

}
