package io.github.slacklogging;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event after masking: the only form of it that may leave memory. Immutable. Maps keep
 * their order.
 *
 * @param logId the id of the event
 * @param timestamp when it was logged
 * @param severity how bad
 * @param loggerName name of the logger
 * @param threadName masked
 * @param template masked
 * @param message masked
 * @param mdc masked values (and keys)
 * @param keyValues masked values (and keys)
 * @param throwable masked
 * @param caller the frame that logged, where it was asked for
 * @param maskedValues how many values were masked in all of it
 * @param job the report of a job that it is, masked, {@code null} for what was logged
 */
public record MaskedEvent(String logId, Instant timestamp, Severity severity, String loggerName, String threadName,
		String template, String message, Map<String, String> mdc, Map<String, String> keyValues,
		@Nullable MaskedThrowable throwable, @Nullable StackTraceElement caller, int maskedValues,
		@Nullable JobReport job) implements Example {

	/** What was logged. */
	public MaskedEvent(String logId, Instant timestamp, Severity severity, String loggerName, String threadName,
			String template, String message, Map<String, String> mdc, Map<String, String> keyValues,
			@Nullable MaskedThrowable throwable, @Nullable StackTraceElement caller, int maskedValues) {
		this(logId, timestamp, severity, loggerName, threadName, template, message, mdc, keyValues, throwable, caller,
				maskedValues, null);
	}

}
