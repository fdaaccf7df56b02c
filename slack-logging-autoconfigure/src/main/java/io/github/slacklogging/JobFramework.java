package io.github.slacklogging;

import java.util.Set;

/**
 * Who runs a job, and which loggers of it log a failure that a report of the job tells as
 * well.
 */
public enum JobFramework {

	/** The application, through {@code JobNotifier}. Its own loggers are its own. */
	PLAIN("", Set.of()),

	/**
	 * A method with {@code @Scheduled}. Source: Spring Framework 7.0,
	 * {@code TaskUtils.LoggingErrorHandler}, which logs after the observation has ended.
	 */
	SCHEDULED("@Scheduled", Set.of("org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler")),

	/**
	 * Spring Batch. Source: Spring Batch 6.0, {@code AbstractStep}, {@code TaskletStep},
	 * {@code ChunkOrientedStep} and {@code AbstractJob}, which log before the listeners
	 * of the job are told; the second and third also without what was thrown.
	 */
	BATCH("Spring Batch",
			Set.of("org.springframework.batch.core.step.AbstractStep",
					"org.springframework.batch.core.step.tasklet.TaskletStep",
					"org.springframework.batch.core.step.item.ChunkOrientedStep",
					"org.springframework.batch.core.job.AbstractJob")),

	/**
	 * Quartz. Source: Quartz 2.5, {@code JobRunShell} and {@code ErrorLogger}, which log
	 * before the listeners of the job are told.
	 */
	QUARTZ("Quartz", Set.of("org.quartz.core.JobRunShell", "org.quartz.core.ErrorLogger"));

	private final String words;

	private final Set<String> errorLoggers;

	JobFramework(String words, Set<String> errorLoggers) {
		this.words = words;
		this.errorLoggers = errorLoggers;
	}

	/** Its name for people; empty for the application itself. */
	public String words() {
		return this.words;
	}

	/** Names of the loggers with which it logs that a job failed. */
	public Set<String> errorLoggers() {
		return this.errorLoggers;
	}

}
