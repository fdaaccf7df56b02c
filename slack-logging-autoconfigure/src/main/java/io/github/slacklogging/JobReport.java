package io.github.slacklogging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * How a run of a job stands: what makes an event the report of a job. All reports of one
 * run are one kind, and so one living message. Immutable.
 *
 * @param name of the job, as people call it
 * @param run what tells this run from the others of the job, or a series of runs that
 * fail the same way; never shown
 * @param framework who runs it
 * @param outcome how it stands
 * @param startedAt when it was started; of a job that is overdue, since when it is waited
 * for
 * @param duration how long it took, or has been waited for; {@code null} while it runs
 * @param reason what is said of the outcome, {@code null} for nothing but a cause
 * @param counts what it did in numbers, by words that say what was counted, in this order
 */
public record JobReport(String name, String run, JobFramework framework, JobOutcome outcome, Instant startedAt,
		@Nullable Duration duration, @Nullable String reason, Map<String, Long> counts) {

	/** What the logger of every report begins with; the name of the job follows. */
	public static final String LOGGER_PREFIX = "job.";

	public JobReport {
		counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
	}

	/** By which routes, filters and mutes know the job. */
	public String loggerName() {
		return LOGGER_PREFIX + this.name;
	}

	/** The same job with the same outcome, in words that never change. */
	public String template() {
		return "Job " + this.name + " " + this.outcome.words();
	}

	/** The outcome and what is said of it. */
	public String message() {
		return (this.reason != null) ? template() + ": " + this.reason : template();
	}

	/**
	 * The same without secrets.
	 * @param masking of a text
	 */
	public JobReport masked(UnaryOperator<String> masking) {
		String said = this.reason;
		Map<String, Long> counted = new LinkedHashMap<>();
		this.counts.forEach((what, count) -> counted.merge(masking.apply(what), count, Long::sum));
		return new JobReport(masking.apply(this.name), this.run, this.framework, this.outcome, this.startedAt,
				this.duration, (said != null) ? masking.apply(said) : null, counted);
	}

}
