package io.github.slacklogging.grouping;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/** What was told of a kind. Mutable; used by the worker only. */
final class Told {

	private int times;

	private Tick lastLine;

	private Severity severity = Severity.DEBUG;

	private long total;

	private long milestone;

	private int reminders;

	private @Nullable JobOutcome outcome;

	Told(Tick now) {
		this.lastLine = now;
	}

	/** A message told of it, as it was when the message was made. */
	void told(Severity as, long total) {
		this.times++;
		this.severity = as.isAtLeast(this.severity) ? as : this.severity;
		this.total = Math.max(this.total, total);
	}

	/** So much will never be told; what was never told stays so. */
	void renounced(Severity as, long reached) {
		if (isTold()) {
			this.severity = as.isAtLeast(this.severity) ? as : this.severity;
			milestone(reached);
		}
	}

	/** How a run of a job was told to stand. */
	void outcome(@Nullable JobOutcome outcome) {
		this.outcome = outcome;
	}

	/** The channel shows a new line of it. */
	void line(Tick now) {
		this.lastLine = now;
	}

	void milestone(long reached) {
		this.milestone = Math.max(this.milestone, reached);
	}

	/** One reminder stands for all that have fallen due. */
	void reminded(int dueByNow) {
		this.reminders = Math.max(this.reminders + 1, dueByNow);
	}

	/** It came back: what goes on begins anew. */
	void returned() {
		this.reminders = 0;
	}

	/** Goes on where an earlier run ended. */
	void resume(Severity as, long total, long milestone, int reminders, Tick lastLine) {
		told(as, total);
		milestone(milestone);
		this.reminders = Math.max(this.reminders, reminders);
		this.lastLine = lastLine;
	}

	boolean isTold() {
		return this.times > 0;
	}

	int times() {
		return this.times;
	}

	Tick lastLine() {
		return this.lastLine;
	}

	Severity severity() {
		return this.severity;
	}

	long total() {
		return this.total;
	}

	long milestone() {
		return this.milestone;
	}

	int reminders() {
		return this.reminders;
	}

	/** {@code null} where it is not known, or the kind is no run. */
	@Nullable JobOutcome outcome() {
		return this.outcome;
	}

}
