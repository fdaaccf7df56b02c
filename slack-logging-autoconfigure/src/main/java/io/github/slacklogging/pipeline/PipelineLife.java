package io.github.slacklogging.pipeline;

import java.time.Duration;

import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * The state of a pipeline, changed here and nowhere else. The worker advances it; other
 * threads read it and may ask for the end.
 */
final class PipelineLife {

	private final Duration holdMax;

	private final Tick created;

	private volatile PipelineState state = PipelineState.NEW;

	private volatile @Nullable Duration endWithin;

	private @Nullable Tick deadline;

	PipelineLife(Duration holdMax, Tick created) {
		this.holdMax = holdMax;
		this.created = created;
	}

	PipelineState state() {
		return this.state;
	}

	/** Asks for the end, to be reached within this time. The first call counts. */
	void end(Duration within) {
		if (this.endWithin == null) {
			this.endWithin = within;
		}
	}

	PipelineState advance(boolean decorated, Tick now) {
		if (this.state == PipelineState.NEW && (decorated || nanosToRelease(now) <= 0)) {
			this.state = PipelineState.RUNNING;
		}
		Duration within = this.endWithin;
		if (within != null && this.state.compareTo(PipelineState.DRAINING) < 0) {
			this.state = PipelineState.DRAINING;
			this.deadline = now.plus(within);
		}
		return this.state;
	}

	void stopped() {
		this.state = PipelineState.STOPPED;
	}

	long nanosToRelease(Tick now) {
		return Math.max(0, this.holdMax.minus(now.since(this.created)).toNanos());
	}

	boolean isOverdue(Tick now) {
		return nanosToDeadline(now) == 0;
	}

	/** {@link Long#MAX_VALUE} while nobody asked for the end. */
	long nanosToDeadline(Tick now) {
		Tick end = this.deadline;
		return (end != null) ? Math.max(0, end.nanos() - now.nanos()) : Long.MAX_VALUE;
	}

}
