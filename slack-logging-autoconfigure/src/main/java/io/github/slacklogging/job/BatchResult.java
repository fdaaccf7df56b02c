package io.github.slacklogging.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * What Spring Batch knows of a run that is over.
 *
 * @param execution of the job
 * @param steps each counted once
 */
record BatchResult(JobExecution execution, List<StepExecution> steps) {

	static BatchResult of(JobExecution execution) {
		return new BatchResult(execution, withoutPartitions(execution.getStepExecutions()));
	}

	// A step that is partitioned counts what its partitions did, which stand beside it.
	// Source: Spring Batch 6.0, SimpleStepExecutionSplitter, for the names.
	private static List<StepExecution> withoutPartitions(Collection<StepExecution> steps) {
		Set<String> names = steps.stream().map(StepExecution::getStepName).collect(Collectors.toSet());
		return steps.stream().filter((step) -> {
			int colon = step.getStepName().indexOf(':');
			return colon < 0 || !names.contains(step.getStepName().substring(0, colon));
		}).toList();
	}

	Map<String, Long> counts() {
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("read", sum(StepExecution::getReadCount));
		counts.put("written", sum(StepExecution::getWriteCount));
		counts.put("skipped", skipped());
		return counts;
	}

	private long skipped() {
		return sum(StepExecution::getSkipCount);
	}

	private long sum(ToLongFunction<StepExecution> count) {
		return this.steps.stream().mapToLong(count).sum();
	}

	/** Which step failed, and how many failures there are if more than the one told. */
	Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		this.steps.stream()
			.filter((step) -> step.getStatus().isUnsuccessful())
			.findFirst()
			.ifPresent((step) -> details.put("step", step.getStepName()));
		int failures = this.execution.getAllFailureExceptions().size();
		if (failures > 1) {
			details.put("failures", failures);
		}
		return details;
	}

	Ending ending() {
		BatchStatus status = this.execution.getStatus();
		String code = this.execution.getExitStatus().getExitCode();
		if (status.isUnsuccessful() || code.startsWith(ExitStatus.FAILED.getExitCode())) {
			return failed(status, code);
		}
		if (status != BatchStatus.COMPLETED) {
			return Ending.broken("ended as " + status);
		}
		String warning = warning(code);
		return warning.isEmpty() ? Ending.succeeded() : Ending.warning(warning);
	}

	private Ending failed(BatchStatus status, String code) {
		List<Throwable> failures = this.execution.getAllFailureExceptions();
		boolean custom = !code.equals(ExitStatus.FAILED.getExitCode())
				&& !code.equals(ExitStatus.UNKNOWN.getExitCode());
		String reason = custom ? "exit code " + code : null;
		if (failures.isEmpty()) {
			return Ending.failed((reason != null) ? reason : "ended as " + status, null);
		}
		return Ending.failed(reason, failures.get(0));
	}

	private String warning(String code) {
		List<String> warnings = new ArrayList<>();
		if (skipped() > 0) {
			warnings.add((skipped() == 1) ? "1 item was skipped" : skipped() + " items were skipped");
		}
		if (!code.equals(ExitStatus.COMPLETED.getExitCode())) {
			warnings.add("exit code " + code);
		}
		return String.join("; ", warnings);
	}

}
