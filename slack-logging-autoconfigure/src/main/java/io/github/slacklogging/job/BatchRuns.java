package io.github.slacklogging.job;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.JobFramework;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.core.Ordered;

/**
 * Notices the runs of jobs of Spring Batch. Begins before all other listeners and ends
 * after them, since they may still change the outcome. Thread-safe: Spring Batch calls
 * both on the thread of the run.
 *
 * @param notifier that is told; a job takes one listener for it, however often it is
 * registered
 */
record BatchRuns(JobNotifier notifier) implements JobExecutionListener, Ordered {

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void beforeJob(JobExecution execution) {
		if (this.notifier.concerns(JobFramework.BATCH)) {
			this.notifier.unharmed(() -> this.notifier
				.enter(this.notifier.open(name(execution), JobFramework.BATCH, parameters(execution)), execution));
		}
	}

	@Override
	public void afterJob(JobExecution execution) {
		if (this.notifier.concerns(JobFramework.BATCH)) {
			this.notifier.unharmed(() -> end(execution));
		}
	}

	// Parameters that are not valid end a job before it begins.
	private void end(JobExecution execution) {
		OpenRun begun = this.notifier.runOf(execution);
		OpenRun run = (begun != null) ? begun
				: this.notifier.prepare(name(execution), JobFramework.BATCH, parameters(execution));
		this.notifier.leave(run);
		BatchResult result = BatchResult.of(execution);
		result.counts().forEach(run::count);
		result.details().forEach(run::detail);
		run.end(result.ending());
	}

	private static String name(JobExecution execution) {
		return execution.getJobInstance().getJobName();
	}

	private static Map<String, Object> parameters(JobExecution execution) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		execution.getJobParameters().forEach((parameter) -> parameters.put(parameter.name(), parameter.value()));
		return parameters;
	}

}
