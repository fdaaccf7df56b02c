package io.github.slacklogging.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.Tick;

/**
 * What is told of runs, and what is not. Thread-safe. Throws what the reporting throws.
 */
final class Telling {

	private final NotifyOn notifyOn;

	private final JobNames names;

	private final Set<JobFramework> frameworks;

	private final JobReporting reporting;

	private final Series series;

	Telling(JobNotifier.Settings settings, JobReporting reporting) {
		this.notifyOn = settings.notifyOn();
		this.names = new JobNames(settings.include(), settings.exclude());
		this.frameworks = settings.frameworks();
		this.reporting = reporting;
		this.series = new Series(settings.quietAfter());
	}

	/** Whether anybody listens to jobs of this framework. */
	boolean concerns(JobFramework framework) {
		return this.frameworks.contains(framework);
	}

	void started(OpenRun run) {
		if (tells(run, JobOutcome.STARTED)) {
			JobReport report = new JobReport(run.name(), run.key(), run.framework(), JobOutcome.STARTED,
					run.begun().instant(), null, null, Map.of());
			this.reporting.report(report, run.notes().details(), null);
		}
	}

	void ended(OpenRun run, Ending ending, Tick now) {
		if (ending.done()) {
			this.reporting.succeeded(run.name(), now.instant());
		}
		if (ending.outcome() == JobOutcome.SUCCEEDED) {
			this.series.end(run.name());
		}
		if (tells(run, ending.outcome())) {
			Duration duration = now.since(run.begun());
			JobReport report = new JobReport(run.name(), key(run, ending, now), run.framework(), ending.outcome(),
					run.begun().instant(), duration, ending.reason(), run.notes().counts());
			this.reporting.report(report, List.copyOf(run.notes().details()), ending.cause());
		}
	}

	// A start that was told is a message of its own already, which the end belongs to.
	private String key(OpenRun run, Ending ending, Tick now) {
		if (ending.outcome() == JobOutcome.SUCCEEDED || tells(run, JobOutcome.STARTED)) {
			return run.key();
		}
		String look = Look.of(ending.outcome(), ending.reason(), ending.cause());
		return this.series.keyOf(run.name(), look, run.key(), now);
	}

	private boolean tells(OpenRun run, JobOutcome outcome) {
		return this.notifyOn.tells(outcome) && this.names.contain(run.name());
	}

}
