package io.github.slacklogging.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.partition.PartitionStep;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * What Spring Batch knows of a run that is over.
 *
 * @param execution of the job
 * @param steps each counted once
 * @param failures each once, the first at the front
 */
record BatchResult(JobExecution execution, List<StepExecution> steps, List<Throwable> failures) {

	static BatchResult of(JobExecution execution) {
		List<StepExecution> steps = withoutPartitions(execution.getStepExecutions());
		return new BatchResult(execution, steps, failures(execution, steps));
	}

	// Spring Batch itself tells them in no order. A step that is partitioned only says
	// that a partition failed, and so does a job of its steps.
	private static List<Throwable> failures(JobExecution execution, List<StepExecution> steps) {
		List<StepExecution> partitions = new ArrayList<>(execution.getStepExecutions());
		partitions.removeAll(steps);
		Set<Throwable> failures = Collections.newSetFromMap(new IdentityHashMap<>());
		return Stream
			.of(partitions.stream().flatMap((step) -> step.getFailureExceptions().stream()),
					steps.stream().flatMap((step) -> step.getFailureExceptions().stream()),
					execution.getFailureExceptions().stream())
			.flatMap((each) -> each)
			.filter(failures::add)
			.toList();
	}

	// A step that is partitioned counts what its partitions did, which stand beside it.
	// Source: Spring Batch 6.0, SimpleStepExecutionSplitter, for the names, which begin
	// with that of the step that works and not of the one that is partitioned.
	private static List<StepExecution> withoutPartitions(Collection<StepExecution> steps) {
		if (steps.stream().noneMatch(BatchResult::isPartitioned)) {
			return List.copyOf(steps);
		}
		return steps.stream().filter((step) -> isPartitioned(step) || !step.getStepName().contains(":")).toList();
	}

	private static boolean isPartitioned(StepExecution step) {
		return PartitionStep.class.getName().equals(step.getExecutionContext().get(Step.STEP_TYPE_KEY));
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
		if (this.failures.size() > 1) {
			details.put("failures", this.failures.size());
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
		boolean custom = !code.equals(ExitStatus.FAILED.getExitCode())
				&& !code.equals(ExitStatus.UNKNOWN.getExitCode());
		String reason = custom ? "exit code " + code : null;
		if (this.failures.isEmpty()) {
			return Ending.failed((reason != null) ? reason : "ended as " + status, null);
		}
		return Ending.failed(reason, this.failures.get(0));
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
