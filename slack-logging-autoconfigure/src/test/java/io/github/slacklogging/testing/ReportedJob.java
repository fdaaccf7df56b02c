package io.github.slacklogging.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A report of a job as an event, and what a framework logs of it, changed one part at a
 * time. Every event has a number of its own. Immutable.
 *
 * @param name of the job
 * @param run what tells this run from others
 * @param framework who runs it
 * @param startedAt when it began
 * @param thread that reports and logs
 * @param cause why it failed
 */
public record ReportedJob(String name, String run, JobFramework framework, Instant startedAt, String thread,
		@Nullable ThrowableSnapshot cause) {

	private static final RunId RUN = RunId.random();

	private static final AtomicLong SEQUENCE = new AtomicLong(1_000_000);

	private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

	/** A run of {@code daily-report} that the application itself reports. */
	public static ReportedJob job() {
		return new ReportedJob("daily-report", "1", JobFramework.PLAIN, NOON, "job-1", null);
	}

	public ReportedJob named(String name) {
		return new ReportedJob(name, this.run, this.framework, this.startedAt, this.thread, this.cause);
	}

	public ReportedJob run(String run) {
		return new ReportedJob(this.name, run, this.framework, this.startedAt, this.thread, this.cause);
	}

	public ReportedJob by(JobFramework framework) {
		return new ReportedJob(this.name, this.run, framework, this.startedAt, this.thread, this.cause);
	}

	public ReportedJob startedAt(Instant startedAt) {
		return new ReportedJob(this.name, this.run, this.framework, startedAt, this.thread, this.cause);
	}

	public ReportedJob on(String thread) {
		return new ReportedJob(this.name, this.run, this.framework, this.startedAt, thread, this.cause);
	}

	/** Throws the same object at each of its events. */
	public ReportedJob throwing(ThrowableSnapshot cause) {
		return new ReportedJob(this.name, this.run, this.framework, this.startedAt, this.thread, cause);
	}

	/** Throws something of its own. */
	public ReportedJob throwing() {
		return throwing(failure());
	}

	/** A new throwable. */
	public static RecordedThrowable failure() {
		return RecordedThrowable
			.of("java.lang.IllegalStateException: no report\n\tat com.acme.Reports.write(Reports.java:7)");
	}

	/** The report, at noon. */
	public LogEvent report(JobOutcome outcome) {
		return report(outcome, NOON);
	}

	/** The report, made at that time. */
	public LogEvent report(JobOutcome outcome, Instant at) {
		Duration took = (outcome == JobOutcome.STARTED) ? null : Duration.between(this.startedAt, at);
		JobReport report = new JobReport(this.name, this.run, this.framework, outcome, this.startedAt, took, null,
				Map.of());
		ThrowableSnapshot thrown = (outcome == JobOutcome.FAILED) ? this.cause : null;
		return new LogEvent(RUN, SEQUENCE.incrementAndGet(), at, outcome.severity(), report.loggerName(), this.thread,
				report.template(), report.message(), 0, Map.of(), List.of(), List.of("JOB"), thrown, null, report);
	}

	/** What the framework logs of the failure with one of its loggers. */
	public LogEvent logged(String logger) {
		return logged(logger, "Encountered an error");
	}

	/** What the framework logs of the failure in these words. */
	public LogEvent logged(String logger, String words) {
		return new LogEvent(RUN, SEQUENCE.incrementAndGet(), NOON, Severity.ERROR, logger, this.thread, words, words, 0,
				Map.of(), List.of(), List.of(), this.cause, null);
	}

}
