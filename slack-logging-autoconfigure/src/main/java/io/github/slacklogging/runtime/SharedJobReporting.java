package io.github.slacklogging.runtime;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.JobEvents;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.LogbackJobEvents;
import org.jspecify.annotations.Nullable;

/**
 * Leaves reports of jobs where the events of a Logback context go, whoever owns the
 * runtime at that moment, but only with Slack: what is shipped elsewhere is what was
 * logged. Where nothing runs, nothing is told. Thread-safe.
 */
final class SharedJobReporting implements JobReporting {

	private final LoggerContext context;

	private final Supplier<@Nullable SlackLoggingRuntime> current;

	SharedJobReporting(LoggerContext context, Supplier<@Nullable SlackLoggingRuntime> current) {
		this.context = context;
		this.current = current;
	}

	@Override
	public void report(JobReport report, List<KeyValue> details, @Nullable Throwable cause) {
		PipelineAssembly assembly = assembly();
		if (assembly == null) {
			return;
		}
		EventIntake intake = assembly.pipeline().intake();
		Severity severity = report.outcome().severity();
		try {
			JobEvents events = new LogbackJobEvents(this.context, assembly.appender(), assembly.clock());
			if (intake.admits(severity)) {
				intake.offer(events.event(report, details, cause));
			}
		}
		catch (Throwable ex) {
			// the thread is the job's, and the caller has no other intake to try
			intake.dropped(DropReason.FAILED, severity);
		}
	}

	@Override
	public void succeeded(String name, Instant at) {
		PipelineAssembly assembly = assembly();
		if (assembly != null) {
			assembly.pipeline().jobSucceeded(name, at);
		}
	}

	/** {@code null} where nothing goes to Slack. */
	private @Nullable PipelineAssembly assembly() {
		SlackLoggingRuntime runtime = this.current.get();
		PipelineAssembly assembly = (runtime != null) ? runtime.assembly() : null;
		return (assembly != null && isSlack(assembly)) ? assembly : null;
	}

	private static boolean isSlack(PipelineAssembly assembly) {
		return assembly.outlets().stream().anyMatch((outlet) -> outlet.intake() == assembly.pipeline().intake());
	}

}
