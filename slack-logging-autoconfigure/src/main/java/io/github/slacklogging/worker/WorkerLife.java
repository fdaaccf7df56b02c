package io.github.slacklogging.worker;

import java.time.Duration;

import io.github.slacklogging.PipelineState;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * The state of a worker, changed here and nowhere else. The worker advances it; other
 * threads read it and may ask for the end.
 */
public final class WorkerLife {

	/** Of the time for the end so much is for putting on disk what could not be told. */
	private static final Duration FOR_KEEPING = Duration.ofMillis(500);

	/** And a bit more, so that even with no time at all something is kept. */
	public static final Duration GRACE = Duration.ofMillis(400);

	private final Duration holdMax;

	private final Tick created;

	private volatile PipelineState state = PipelineState.NEW;

	private volatile @Nullable Duration endWithin;

	private @Nullable Tick endOfTelling;

	private @Nullable Tick deadline;

	/**
	 * New from now on.
	 * @param holdMax how long events are held at most
	 * @param created the time
	 */
	public WorkerLife(Duration holdMax, Tick created) {
		this.holdMax = holdMax;
		this.created = created;
	}

	/** Where it stands. */
	public PipelineState state() {
		return this.state;
	}

	/** Asks for the end, to be reached within this time. The first call counts. */
	public void end(Duration within) {
		if (this.endWithin == null) {
			this.endWithin = within;
		}
	}

	/**
	 * Moves on. Called by the worker in each round.
	 * @param decorated whether the application's own parts are known
	 * @param now the time
	 */
	public PipelineState advance(boolean decorated, Tick now) {
		if (this.state == PipelineState.NEW && (decorated || nanosToRelease(now) <= 0)) {
			this.state = PipelineState.RUNNING;
		}
		Duration within = this.endWithin;
		if (within != null && this.state.compareTo(PipelineState.DRAINING) < 0) {
			this.state = PipelineState.DRAINING;
			this.endOfTelling = now.plus(within.minus(shorter(within.dividedBy(4), FOR_KEEPING)));
			this.deadline = now.plus(within).plus(GRACE);
		}
		return this.state;
	}

	/** Nothing more happens. */
	public void stopped() {
		this.state = PipelineState.STOPPED;
	}

	/** How long events may still be held. */
	public long nanosToRelease(Tick now) {
		return Math.max(0, this.holdMax.minus(now.since(this.created)).toNanos());
	}

	/** Whether the end has taken too long. */
	public boolean isOverdue(Tick now) {
		return nanosToDeadline(now) == 0;
	}

	/** How long messages may still be sent; {@link Long#MAX_VALUE} while all is well. */
	public long nanosForTelling(Tick now) {
		return nanosUntil(this.endOfTelling, now);
	}

	/** How long the end may still take; {@link Long#MAX_VALUE} while all is well. */
	public long nanosToDeadline(Tick now) {
		return nanosUntil(this.deadline, now);
	}

	private static long nanosUntil(@Nullable Tick end, Tick now) {
		return (end != null) ? Math.max(0, end.nanos() - now.nanos()) : Long.MAX_VALUE;
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
