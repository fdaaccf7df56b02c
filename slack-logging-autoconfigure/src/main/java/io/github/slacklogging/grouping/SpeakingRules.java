package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;

/**
 * When a waiting kind is due. Pure functions of its state; immutable.
 *
 * <p>
 * A new kind waits {@code linger} for company, CRITICAL waits for nothing, and
 * {@code maxEvents} waiting events of new kinds end the wait. A kind that was told before
 * waits longer each time it speaks again, up to {@code digestEvery}, so that a steady
 * error becomes a few messages with exact counts. Severities up to {@code digestLevel}
 * wait for the digest.
 */
final class SpeakingRules {

	private static final int MAX_DOUBLINGS = 20;

	private final Settings settings;

	SpeakingRules(Settings settings) {
		this.settings = settings;
	}

	/** Whether the kind is only told in a digest. */
	boolean isDigested(Kind kind) {
		return this.settings.digestLevel().isAtLeast(kind.severity());
	}

	/** Whether the kind is to be presented for the first time, and not by a digest. */
	boolean isNew(Kind kind) {
		return !kind.isTold() && !isDigested(kind);
	}

	/** Whether so many events of new kinds wait that they wait no longer. */
	boolean isCrowded(List<Kind> waiting) {
		long events = 0;
		for (Kind kind : waiting) {
			events += isNew(kind) ? kind.waiting() : 0;
		}
		return events >= this.settings.maxEvents();
	}

	/**
	 * When the first of these kinds is due.
	 * @param waiting kinds with waiting events
	 * @return nanoseconds, {@link Long#MAX_VALUE} when there is none
	 */
	long nextDueNanos(List<Kind> waiting) {
		boolean crowded = isCrowded(waiting);
		long next = Long.MAX_VALUE;
		boolean found = false;
		for (Kind kind : waiting) {
			long due = dueNanos(kind, crowded);
			if (!found || due - next < 0) {
				next = due;
				found = true;
			}
		}
		return next;
	}

	boolean isDue(Kind kind, boolean crowded, Tick now) {
		return now.isAtOrAfter(dueNanos(kind, crowded));
	}

	long dueNanos(Kind kind, boolean crowded) {
		return (crowded && isNew(kind)) ? kind.waitingSince().nanos() : dueNanos(kind);
	}

	/**
	 * When a kind with waiting events is due.
	 * @param kind with waiting events
	 * @return nanoseconds
	 */
	long dueNanos(Kind kind) {
		if (isDigested(kind)) {
			return kind.waitingSince().nanosAfter(this.settings.digestEvery());
		}
		if (!kind.isTold() || kind.hasRisen()) {
			boolean atOnce = kind.severity() == Severity.CRITICAL;
			return kind.waitingSince().nanosAfter(atOnce ? Duration.ZERO : this.settings.linger());
		}
		long afterLinger = kind.waitingSince().nanosAfter(this.settings.linger());
		long afterPause = kind.lastTold().nanosAfter(pause(kind.timesTold()));
		return (afterPause - afterLinger > 0) ? afterPause : afterLinger;
	}

	private Duration pause(int timesTold) {
		Duration pause = this.settings.linger().multipliedBy(1L << Math.min(timesTold, MAX_DOUBLINGS));
		return (pause.compareTo(this.settings.digestEvery()) > 0) ? this.settings.digestEvery() : pause;
	}

}
