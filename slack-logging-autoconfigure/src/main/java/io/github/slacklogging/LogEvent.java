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
 * @param text the formatted message, bounded in length
 * @param argumentCount how many arguments the call had
 * @param mdc the thread's diagnostic context
 * @param keyValues key-value pairs of the call
 * @param markers names of the markers, nested ones included
 * @param throwable what was thrown, if anything
 * @param caller the frame that logged, where it was asked for
 * @param job the report of a job that it is, {@code null} for what was logged
 * @param approximateBytes roughly how much memory the event holds: text and frames; an
 * estimate
 */
public record LogEvent(RunId runId, long sequence, Instant timestamp, Severity severity, String loggerName,
		String threadName, String template, EventText text, int argumentCount, Map<String, String> mdc,
		List<KeyValue> keyValues, List<String> markers, @Nullable ThrowableSnapshot throwable,
		@Nullable StackTraceElement caller, @Nullable JobReport job, int approximateBytes) implements Example {

	/** What was logged. */
	public LogEvent(RunId runId, long sequence, Instant timestamp, Severity severity, String loggerName,
			String threadName, String template, String message, int argumentCount, Map<String, String> mdc,
			List<KeyValue> keyValues, List<String> markers, @Nullable ThrowableSnapshot throwable,
			@Nullable StackTraceElement caller) {
		this(runId, sequence, timestamp, severity, loggerName, threadName, template, message, argumentCount, mdc,
				keyValues, markers, throwable, caller, null);
	}

	/** What was logged or reported. */
	public LogEvent(RunId runId, long sequence, Instant timestamp, Severity severity, String loggerName,
			String threadName, String template, String message, int argumentCount, Map<String, String> mdc,
			List<KeyValue> keyValues, List<String> markers, @Nullable ThrowableSnapshot throwable,
			@Nullable StackTraceElement caller, @Nullable JobReport job) {
		this(runId, sequence, timestamp, severity, loggerName, threadName, template, EventText.of(message),
				argumentCount, mdc, keyValues, markers, throwable, caller, job);
	}

	/** What was logged, its size estimated. */
	public LogEvent(RunId runId, long sequence, Instant timestamp, Severity severity, String loggerName,
			String threadName, String template, EventText text, int argumentCount, Map<String, String> mdc,
			List<KeyValue> keyValues, List<String> markers, @Nullable ThrowableSnapshot throwable,
			@Nullable StackTraceElement caller, @Nullable JobReport job) {
		this(runId, sequence, timestamp, severity, loggerName, threadName, template, text, argumentCount, mdc,
				keyValues, markers, throwable, caller, job, EventSize.of(template, text, mdc, keyValues, throwable));
	}

	/** The formatted message; the first who asks renders it where nobody did before. */
	public String message() {
		return this.text.text();
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
				this.template, this.text, this.argumentCount, Map.of(), List.of(), this.markers, this.throwable,
				this.caller, this.job);
	}

}
