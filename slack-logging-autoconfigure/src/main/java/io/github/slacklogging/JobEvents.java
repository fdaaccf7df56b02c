package io.github.slacklogging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Describes reports of jobs as events, as if they had been logged by the current thread,
 * with an id of their own. Thread-safe; never blocks.
 */
@FunctionalInterface
public interface JobEvents {

	/**
	 * The event that carries a report.
	 * @param report what is known
	 * @param details shown like key-value pairs of a log call
	 * @param cause why it failed, {@code null} for nothing thrown
	 * @return with the report as its {@link LogEvent#job()}, bounded in size
	 */
	LogEvent event(JobReport report, List<KeyValue> details, @Nullable Throwable cause);

}
