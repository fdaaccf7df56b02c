package io.github.slacklogging.grouping;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * How a run of a job stands, as its reports say; of a kind that is no run nothing.
 * Mutable; used by the worker only.
 */
final class RunState {

	private @Nullable JobOutcome outcome;

	private Tick since;

	private @Nullable LogEvent echo;

	RunState(Tick now) {
		this.since = now;
	}

	/**
	 * A report came.
	 * @return whether it stands otherwise than before
	 */
	boolean reported(JobOutcome outcome, Tick now) {
		boolean changed = outcome != this.outcome;
		this.since = changed ? now : this.since;
		this.outcome = outcome;
		this.echo = null;
		return changed;
	}

	/** The same failure was logged as well; the first log call says most. */
	void logged(LogEvent event) {
		this.echo = (this.echo != null) ? this.echo : event;
	}

	/** Whether all is said of it, but that the same may happen to the next runs. */
	boolean isOver() {
		return this.outcome != null && this.outcome != JobOutcome.STARTED;
	}

	/** Whether the next runs may be counted with it. */
	boolean mayGoOn() {
		return isOver() && this.outcome != JobOutcome.SUCCEEDED;
	}

	@Nullable JobOutcome outcome() {
		return this.outcome;
	}

	/** Since when it stands like that. */
	Tick since() {
		return this.since;
	}

	/** What was logged of what the latest report tells. */
	@Nullable LogEvent echo() {
		return this.echo;
	}

}
