package io.github.slacklogging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event that stands for its group: as it was logged, or masked already where an
 * earlier run left it on disk. Immutable.
 */
public sealed interface Example permits LogEvent, MaskedEvent {

	/** The id that stands beside this event everywhere: in Slack and in the logs. */
	String logId();

	/** When it was logged. */
	Instant timestamp();

	/** How bad. */
	Severity severity();

	/** Name of the logger. */
	String loggerName();

	/** The report of a job that it is, {@code null} for what was logged. */
	@Nullable JobReport job();

}
