package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.Arrays;

import io.github.slacklogging.Pace;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * How long too many events of one destination have been due, without a break and apart
 * from the time in which a rate limit alone held them up. Used by the worker only.
 */
final class Backlog {

	/**
	 * While something is due and more waits that may come due, somebody looks so often.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Wire wire;

	private final TrackRecord track;

	private final Stock stock;

	private final HealthLimits limits;

	private long overdue;

	private Duration standing = Duration.ZERO;

	/** Set while there are too many. */
	private @Nullable Tick countedUntil;

	Backlog(Wire wire, Stock stock) {
		this.wire = wire;
		this.track = wire.track();
		this.stock = stock;
		this.limits = this.track.limits();
	}

	void look(Tick now) {
		this.overdue = this.stock.overdue(now);
		stand(now);
		for (Pace pace : Pace.values()) {
			boolean due = this.stock.nanosToDue(pace, now) == 0;
			this.track.pacing(pace).look(due, this.wire.pacedUntilNanos(pace, now), now);
		}
	}

	private void stand(Tick now) {
		if (this.overdue <= this.limits.maxOverdue()) {
			this.standing = Duration.ZERO;
			this.countedUntil = null;
			return;
		}
		Tick before = this.countedUntil;
		if (before != null) {
			this.standing = this.standing.plus(now.since(before)).minus(excused(before, now));
		}
		this.countedUntil = now;
	}

	/** What a rate limit took of all that is due: as much as of the least held up. */
	private Duration excused(Tick since, Tick now) {
		return Arrays.stream(Pace.values())
			.map(this.track::pacing)
			.filter(Pacing::isDue)
			.map((pacing) -> pacing.since(since.nanos(), now))
			.min(Duration::compareTo)
			.orElse(Duration.ZERO);
	}

	boolean isTooOld() {
		return this.standing.compareTo(this.limits.maxLatency()) > 0;
	}

	/** Whether something is due and nothing at all gets through. */
	boolean isStalled(Tick now) {
		return this.overdue > 0
				&& Arrays.stream(Pace.values()).anyMatch((pace) -> this.track.pacing(pace).isStalled(now));
	}

	/** Events that are due and not acknowledged. */
	long overdue() {
		return this.overdue;
	}

	/**
	 * How long until it may be too old, or stalled, or more, though nothing happens.
	 * @return nanoseconds, {@link Long#MAX_VALUE} for never
	 */
	long nanosToNext(Tick now) {
		long next = Long.MAX_VALUE;
		for (Pace pace : Pace.values()) {
			long toDue = this.stock.nanosToDue(pace, now);
			next = Math.min(next, (toDue > 0) ? toDue : Long.MAX_VALUE);
		}
		if (this.overdue == 0) {
			return next;
		}
		if (this.stock.waiting() > this.overdue) {
			next = Math.min(next, PAUSE.toNanos());
		}
		if (this.countedUntil != null && !isTooOld()) {
			next = Math.min(next, this.limits.maxLatency().minus(this.standing).toNanos() + 1 + nanosExcused(now));
		}
		return Math.min(next, nanosToStall(now));
	}

	private long nanosExcused(Tick now) {
		return Arrays.stream(Pace.values())
			.map(this.track::pacing)
			.filter(Pacing::isDue)
			.mapToLong((pacing) -> pacing.nanosLeft(now))
			.min()
			.orElse(0);
	}

	private long nanosToStall(Tick now) {
		return Arrays.stream(Pace.values())
			.mapToLong((pace) -> this.track.pacing(pace).nanosToSilence(now))
			.filter((nanos) -> nanos > 0)
			.min()
			.orElse(Long.MAX_VALUE);
	}

}
