package io.github.slacklogging.message;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job as a message tells it, with what its framework logged of the same
 * failure. Immutable.
 *
 * @param event that carries the report
 * @param report the latest
 * @param logged what was logged of the same throwable and folded in, {@code null} for
 * nothing
 */
record ToldJob(MaskedEvent event, JobReport report, @Nullable MaskedEvent logged) {

	/** Longest name shown: as long as names of jobs may be. */
	static final int MAX_NAME = 200;

	/** Of what the application counted. */
	static final int MAX_COUNT = 40;

	private static final String NAMELESS = "(no name)";

	/** What a kind tells of a job; nothing where it is none. */
	static Optional<ToldJob> of(MaskedGroup group) {
		MaskedEvent first = group.first();
		MaskedEvent latest = group.latest();
		JobReport report = latest.job();
		if (report != null) {
			return Optional.of(new ToldJob(latest, report, (first.job() == null) ? first : null));
		}
		JobReport earlier = first.job();
		return (earlier != null) ? Optional.of(new ToldJob(first, earlier, latest)) : Optional.empty();
	}

	/** The mark by which an outcome is told from others at a glance. */
	String emoji() {
		return switch (this.report.outcome()) {
			case STARTED -> ":hourglass_flowing_sand:";
			case SUCCEEDED -> ":white_check_mark:";
			case WARNING -> ":warning:";
			case FAILED -> (this.event.severity() == Severity.CRITICAL) ? ":rotating_light:" : ":x:";
			case OVERDUE -> ":alarm_clock:";
		};
	}

	/** Colour of the bar: of the severity, but what only began is not good yet. */
	String color() {
		return (outcome() == JobOutcome.STARTED) ? Severity.DEBUG.color() : this.event.severity().color();
	}

	JobOutcome outcome() {
		return this.report.outcome();
	}

	/** Whether a reader has to find out why. */
	boolean isTrouble() {
		return outcome() != JobOutcome.STARTED && outcome() != JobOutcome.SUCCEEDED;
	}

	/** The event that readers find in the log, if one of the two stands there. */
	MaskedEvent found() {
		return (this.logged != null) ? this.logged : this.event;
	}

	/** The event whose trace to show. */
	MaskedEvent traced() {
		return TraceBox.hasFrames(this.event) ? this.event : found();
	}

	String name() {
		return LogText.line(this.report.name(), 1).isEmpty() ? NAMELESS : this.report.name();
	}

	/** {@code failed after 3 min 20 s}. */
	String outcomeWords() {
		String words = outcome().words();
		String took = took();
		if (took.isEmpty()) {
			return words;
		}
		return switch (outcome()) {
			case STARTED -> words;
			case SUCCEEDED -> words + " in " + took;
			case WARNING, FAILED -> words + " after " + took;
			case OVERDUE -> words;
		};
	}

	/** {@code no success for 26 h}, of an overdue job; else empty. */
	String waited() {
		return (outcome() == JobOutcome.OVERDUE && !took().isEmpty()) ? "no success for " + took() : "";
	}

	/** How long it took, empty while it runs. */
	String took() {
		Duration duration = this.report.duration();
		return (duration != null) ? Words.took(duration) : "";
	}

	/** Why: the cause and what is said of it. */
	Subject subject() {
		Subject cause = Subject.ofCause(this.event);
		String reason = this.report.reason();
		if (reason == null || LogText.line(reason, 1).isEmpty()) {
			return cause;
		}
		boolean told = cause.message().equals(Subject.NO_MESSAGE) || reason.contains(cause.message());
		return new Subject(cause.name(), reason, told ? "" : cause.message());
	}

	/**
	 * What it did in numbers.
	 * @param line to write to
	 * @param most how many of them
	 * @param between begins each of them
	 */
	void writeCounts(Mrkdwn line, int most, UnaryOperator<Mrkdwn> between) {
		this.report.counts()
			.entrySet()
			.stream()
			.filter((count) -> !LogText.line(count.getKey(), 1).isEmpty())
			.limit(most)
			.forEach((count) -> between.apply(line).counted(count.getKey(), MAX_COUNT, count.getValue()));
	}

}
