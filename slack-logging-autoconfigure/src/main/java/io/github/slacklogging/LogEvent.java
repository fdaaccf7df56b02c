package io.github.slacklogging;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One log call, snapshot on the caller's thread. Immutable; not masked, so it must not
 * leave memory: whatever leaves is a {@link MaskedEvent}.
 *
 * @param runId the run of the JVM
 * @param sequence number within the run; together with {@code runId} the log id
 * @param timestamp when it was logged
 * @param severity how bad
 * @param loggerName name of the logger
 * @param threadName thread that logged
 * @param template the message as written in the code, before its arguments
 * @param message the formatted message, bounded in length
 * @param argumentCount how many arguments the call had
 * @param mdc the thread's diagnostic context
 * @param keyValues key-value pairs of the call
 * @param markers names of the markers, nested ones included
 * @param throwable what was thrown, if anything
 * @param caller the frame that logged, where it was asked for
 * @param job the report of a job that it is, {@code null} for what was logged
 */
public record LogEvent(RunId runId, long sequence, Instant timestamp, Severity severity, String loggerName,
		String threadName, String template, String message, int argumentCount, Map<String, String> mdc,
		List<KeyValue> keyValues, List<String> markers, @Nullable ThrowableSnapshot throwable,
		@Nullable StackTraceElement caller, @Nullable JobReport job) implements Example {

	private static final int FIXED_BYTES = 256;

	/** What was logged. */
	public LogEvent(RunId runId, long sequence, Instant timestamp, Severity severity, String loggerName,
			String threadName, String template, String message, int argumentCount, Map<String, String> mdc,
			List<KeyValue> keyValues, List<String> markers, @Nullable ThrowableSnapshot throwable,
			@Nullable StackTraceElement caller) {
		this(runId, sequence, timestamp, severity, loggerName, threadName, template, message, argumentCount, mdc,
				keyValues, markers, throwable, caller, null);
	}

	/**
	 * The id that stands beside this event everywhere: in Slack and in the logs.
	 * @return {@code <run id>-<sequence>}; computed at each call
	 */
	@Override
	public String logId() {
		return this.runId.logId(this.sequence);
	}

	/** The same without MDC and key-values. */
	public LogEvent withoutContext() {
		return new LogEvent(this.runId, this.sequence, this.timestamp, this.severity, this.loggerName, this.threadName,
				this.template, this.message, this.argumentCount, Map.of(), List.of(), this.markers, this.throwable,
				this.caller, this.job);
	}

	/**
	 * Roughly how much memory the event holds: text and frames.
	 * @return bytes, an estimate
	 */
	public int approximateBytes() {
		long bytes = (long) FIXED_BYTES + this.message.length() + this.template.length();
		for (KeyValue pair : this.keyValues) {
			bytes += pair.key().length() + (pair.value() instanceof String text ? text.length() : 16);
		}
		for (Map.Entry<String, String> entry : this.mdc.entrySet()) {
			bytes += entry.getKey().length() + entry.getValue().length();
		}
		bytes += (this.throwable != null) ? this.throwable.approximateBytes() : 0;
		return (int) Math.min(bytes, Integer.MAX_VALUE);
	}

}
