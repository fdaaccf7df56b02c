package io.github.slacklogging.job;

import io.github.slacklogging.JobOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How a run came to its end. Immutable.
 *
 * @param outcome of the run
 * @param done whether the job did its work, so that nobody needs to wait for it
 * @param reason what is said of it
 * @param cause what was thrown
 */
record Ending(JobOutcome outcome, boolean done, @Nullable String reason, @Nullable Throwable cause) {

	static Ending succeeded() {
		return new Ending(JobOutcome.SUCCEEDED, true, null, null);
	}

	/** The work is done, but not quite as it should be. */
	static Ending warning(String reason) {
		return new Ending(JobOutcome.WARNING, true, Value.text(reason), null);
	}

	/** Nobody wanted the work to be done: it was stopped, or vetoed. */
	static Ending broken(String reason) {
		return new Ending(JobOutcome.WARNING, false, Value.text(reason), null);
	}

	static Ending failed(@Nullable String reason, @Nullable Throwable cause) {
		return new Ending(JobOutcome.FAILED, false, (reason != null) ? Value.text(reason) : null, cause);
	}

	/**
	 * The end of a run that has warned before. A failure stays what it is.
	 * @param warning what of, {@code null} for nothing
	 */
	Ending after(@Nullable String warning) {
		if (warning == null || this.outcome == JobOutcome.FAILED) {
			return this;
		}
		String told = (this.reason != null) ? this.reason + "; " + warning : warning;
		return new Ending(JobOutcome.WARNING, this.done, Value.text(told), this.cause);
	}

}
