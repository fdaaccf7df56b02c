package io.github.slacklogging.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * By what is known that a log call tells of the failure of a run: by what was thrown; of
 * Spring Batch, whose steps may fail at the same time, also by the name of the job; and a
 * call without a throwable by the thread of one that is known. Immutable.
 *
 * @param thrown everywhere in the run
 * @param threads that logged some of it
 */
record FailedRun(List<ThrowableSnapshot> thrown, Set<String> threads) {

	private static final int MAX_DEPTH = 16;

	/**
	 * What is known of a run.
	 * @param report that tells its failure
	 * @param thrown what the report tells of
	 * @param logged what may belong to it, with a throwable or without
	 */
	static FailedRun of(LogEvent report, ThrowableSnapshot thrown, List<LogEvent> logged) {
		List<ThrowableSnapshot> failures = new ArrayList<>(List.of(thrown));
		for (LogEvent event : logged) {
			ThrowableSnapshot other = event.throwable();
			if (other != null && isOfJob(report.job(), event)) {
				failures.add(other);
			}
		}
		FailedRun known = new FailedRun(failures, Set.of());
		return new FailedRun(failures,
				logged.stream().filter(known::isTold).map(LogEvent::threadName).collect(Collectors.toSet()));
	}

	// Source: Spring Batch 6.0, AbstractStep: "Encountered an error executing step %s in
	// job %s".
	private static boolean isOfJob(@Nullable JobReport report, LogEvent event) {
		return report != null && report.framework() == JobFramework.BATCH
				&& JobFramework.BATCH.errorLoggers().contains(event.loggerName())
				&& event.message().endsWith(" in job " + report.name());
	}

	/** Whether it tells of this run what the report tells too. */
	boolean isTold(LogEvent event) {
		ThrowableSnapshot own = event.throwable();
		return (own != null) ? this.thrown.stream().anyMatch((each) -> isSame(own, each))
				: this.threads.contains(event.threadName());
	}

	/** Whether they are one failure: one of them, or of their causes, is in both. */
	static boolean isSame(@Nullable ThrowableSnapshot one, ThrowableSnapshot other) {
		ThrowableSnapshot mine = one;
		for (int depth = 0; mine != null && depth < MAX_DEPTH; depth++) {
			ThrowableSnapshot theirs = other;
			for (int deep = 0; theirs != null && deep < MAX_DEPTH; deep++) {
				if (mine.identity() == theirs.identity() && mine.type().equals(theirs.type())) {
					return true;
				}
				theirs = theirs.cause();
			}
			mine = mine.cause();
		}
		return false;
	}

}
