package io.github.slacklogging.runtime;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Leaves reports of jobs where the events of a Logback context go, whoever owns the
 * runtime at that moment, but only with Slack: what is shipped elsewhere is what was
 * logged. Where nothing runs, nothing is told. Thread-safe.
 */
final class SharedJobReporting implements JobReporting {

	private final Supplier<@Nullable SlackLoggingRuntime> current;

	SharedJobReporting(Supplier<@Nullable SlackLoggingRuntime> current) {
		this.current = current;
	}

	@Override
	public void report(JobReport report, List<KeyValue> details, @Nullable Throwable cause) {
		SlackLoggingRuntime runtime = slack();
		if (runtime == null) {
			return;
		}
		EventIntake intake = intake(runtime);
		Severity severity = report.outcome().severity();
		try {
			if (intake.admits(severity)) {
				intake.offer(runtime.jobEvents().event(report, details, cause));
			}
		}
		catch (Throwable ex) {
			// the thread is the job's, and nobody else would count it
			intake.dropped(DropReason.FAILED, severity);
		}
	}

	@Override
	public void succeeded(String name, Instant at) {
		SlackLoggingRuntime runtime = slack();
		if (runtime != null) {
			runtime.assembly().pipeline().jobSucceeded(name, at);
		}
	}

	/** {@code null} where nothing goes to Slack. */
	private @Nullable SlackLoggingRuntime slack() {
		SlackLoggingRuntime runtime = this.current.get();
		boolean slack = runtime != null
				&& runtime.assembly().outlets().stream().anyMatch((outlet) -> outlet.intake() == intake(runtime));
		return slack ? runtime : null;
	}

	private static EventIntake intake(SlackLoggingRuntime runtime) {
		return runtime.assembly().pipeline().intake();
	}

}
