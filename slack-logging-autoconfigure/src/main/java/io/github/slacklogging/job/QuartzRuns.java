package io.github.slacklogging.job;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.JobFramework;
import org.jspecify.annotations.Nullable;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobListener;
import org.quartz.core.JobExecutionProcessException;
import org.quartz.utils.Key;

/**
 * Notices the runs of jobs of Quartz. Quartz calls it on the thread of the job; a job
 * that is fired again at once has a run each time. Thread-safe.
 */
final class QuartzRuns implements JobListener {

	/** A listener of the same name takes the place of this one, so nobody else has it. */
	static final String NAME = "io.github.slacklogging.job";

	private final JobNotifier notifier;

	QuartzRuns(JobNotifier notifier) {
		this.notifier = notifier;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public void jobToBeExecuted(JobExecutionContext context) {
		if (this.notifier.concerns(JobFramework.QUARTZ)) {
			this.notifier.unharmed(() -> this.notifier
				.enter(this.notifier.open(name(context), JobFramework.QUARTZ, details(context)), context));
		}
	}

	@Override
	public void jobExecutionVetoed(JobExecutionContext context) {
		if (this.notifier.concerns(JobFramework.QUARTZ)) {
			this.notifier.unharmed(() -> this.notifier.prepare(name(context), JobFramework.QUARTZ, details(context))
				.end(Ending.broken("a trigger listener vetoed it")));
		}
	}

	@Override
	public void jobWasExecuted(JobExecutionContext context, @Nullable JobExecutionException thrown) {
		OpenRun run = this.notifier.runOf(context);
		if (run != null) {
			this.notifier.leave(run);
			this.notifier
				.unharmed(() -> run.end((thrown != null) ? Ending.failed(null, cause(thrown)) : Ending.succeeded()));
		}
	}

	// Quartz wraps what is no JobExecutionException twice; what a job wraps itself stays.
	// Source: Quartz 2.5, JobRunShell.
	private static Throwable cause(JobExecutionException thrown) {
		Throwable cause = (thrown.getCause() instanceof JobExecutionProcessException wrapped) ? wrapped.getCause()
				: null;
		return (cause != null) ? cause : thrown;
	}

	private static String name(JobExecutionContext context) {
		return name(context.getJobDetail().getKey());
	}

	private static String name(Key<?> key) {
		return Key.DEFAULT_GROUP.equals(key.getGroup()) ? key.getName() : key.getGroup() + "." + key.getName();
	}

	private static Map<String, Object> details(JobExecutionContext context) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("trigger", name(context.getTrigger().getKey()));
		Date scheduled = context.getScheduledFireTime();
		if (scheduled != null) {
			details.put("scheduled", scheduled.toInstant());
		}
		if (context.getRefireCount() > 0) {
			details.put("refires", context.getRefireCount());
		}
		return details;
	}

}
