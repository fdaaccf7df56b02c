package io.github.slacklogging.grouping;

import java.time.Duration;

import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;

/**
 * When a waiting kind is due. Pure functions of its state; immutable.
 *
 * <p>
 * News, that is a new kind or one that got worse, waits {@code linger} for company,
 * CRITICAL waits for nothing, and {@code maxEvents} waiting events of news end the wait.
 * A kind that was told before waits longer each time it speaks again, up to
 * {@code digestEvery}, so that a steady error becomes a few messages with exact counts.
 * Severities up to {@code digestLevel} wait for the digest.
 */
final class SpeakingRules {

	private static final int MAX_DOUBLINGS = 20;

	/** Without linger a pause would stay nothing, however often it doubles. */
	private static final Duration SHORTEST_BASE = Duration.ofSeconds(1);

	/** Readings of a monotonic clock can be compared only within half its range. */
	private static final Duration FOREVER = Duration.ofDays(36_500);

	private final Severity digestLevel;

	private final int maxEvents;

	private final long lingerNanos;

	private final long basePauseNanos;

	private final long digestNanos;

	private final long quietNanos;

	SpeakingRules(Settings settings) {
		this.digestLevel = settings.digestLevel();
		this.maxEvents = settings.maxEvents();
		this.lingerNanos = nanos(settings.linger());
		this.basePauseNanos = Math.max(this.lingerNanos, SHORTEST_BASE.toNanos());
		this.digestNanos = nanos(settings.digestEvery());
		this.quietNanos = nanos(settings.quietAfter());
	}

	private static long nanos(Duration duration) {
		return ((duration.compareTo(FOREVER) > 0) ? FOREVER : duration).toNanos();
	}

	/** Whether the kind is only told in a digest. */
	boolean isDigested(Kind kind) {
		return this.digestLevel.isAtLeast(kind.severity());
	}

	/** Whether the kind is new, or worse than it was told, and not for a digest. */
	boolean isNews(Kind kind) {
		return (!kind.isTold() || kind.hasRisen()) && !isDigested(kind);
	}

	/** Whether so many events of news wait that they wait no longer. */
	boolean isCrowd(long events) {
		return events >= this.maxEvents;
	}

	/** Whether a kind of which nothing waits is new when it comes back. */
	boolean isQuiet(Kind kind, Tick now) {
		return now.nanos() - kind.lastFolded().nanos() > this.quietNanos;
	}

	/**
	 * When a kind is due that has something to tell.
	 * @param kind with waiting events
	 * @param since when the first of them came, or the one that made it worse
	 * @return nanoseconds
	 */
	long dueNanos(Kind kind, Tick since) {
		if (isDigested(kind)) {
			return since.nanos() + this.digestNanos;
		}
		if (isNews(kind)) {
			return since.nanos() + ((kind.severity() == Severity.CRITICAL) ? 0 : this.lingerNanos);
		}
		long afterLinger = since.nanos() + this.lingerNanos;
		long afterPause = kind.lastTold().nanos() + pauseNanos(kind.timesTold());
		return (afterPause - afterLinger > 0) ? afterPause : afterLinger;
	}

	private long pauseNanos(int timesTold) {
		int doublings = Math.min(timesTold, MAX_DOUBLINGS);
		boolean longest = this.basePauseNanos > (this.digestNanos >> doublings);
		return longest ? this.digestNanos : this.basePauseNanos << doublings;
	}

}
