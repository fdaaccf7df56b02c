package io.github.slacklogging.appender;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.spi.SequenceNumberGenerator;
import io.github.slacklogging.BoundedText;
import io.github.slacklogging.JobEvents;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.MDCAdapter;

/**
 * Describes reports of jobs as the appender describes what is logged: numbered by the
 * same Logback context, with the MDC of the current thread, cut where logged texts are.
 * Thread-safe; never blocks. May throw what the throwable of a report throws at it when
 * even that cannot be said.
 */
public final class LogbackJobEvents implements JobEvents {

	/** By which filters and routes know reports of jobs. */
	public static final String MARKER = "JOB";

	private final LoggerContext context;

	private final SlackAppender.Settings settings;

	private final Supplier<Tick> clock;

	public LogbackJobEvents(LoggerContext context, SlackAppender.Settings settings, Supplier<Tick> clock) {
		this.context = context;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public LogEvent event(JobReport report, List<KeyValue> details, @Nullable Throwable cause) {
		return new LogEvent(this.settings.runId(), sequence(), this.clock.get().instant(), report.outcome().severity(),
				report.loggerName(), Thread.currentThread().getName(), report.template(),
				BoundedText.cut(report.message(), this.settings.maxMessageLength()), 0, mdc(), List.copyOf(details),
				List.of(MARKER), (cause != null) ? thrown(cause) : null, null, report);
	}

	private long sequence() {
		SequenceNumberGenerator numbers = this.context.getSequenceNumberGenerator();
		return (numbers != null) ? numbers.nextSequenceNumber() : 0;
	}

	private Map<String, String> mdc() {
		MDCAdapter adapter = this.context.getMDCAdapter();
		Map<String, @Nullable String> mdc = (adapter != null) ? adapter.getCopyOfContextMap() : null;
		Map<String, String> known = new LinkedHashMap<>();
		if (mdc != null) {
			mdc.forEach((key, value) -> known.put(key, Objects.requireNonNullElse(value, "null")));
		}
		return known;
	}

	// An exception of the application's own may throw when it is read: then its type is
	// all there is to tell.
	private @Nullable ThrowableSnapshot thrown(Throwable cause) {
		this.settings.handledException().told(cause);
		try {
			return LogbackThrowable.of(new ThrowableProxy(cause), this.settings.maxMessageLength());
		}
		catch (Throwable ex) {
			return new UnreadThrowable(cause.getClass().getName(), System.identityHashCode(cause));
		}
	}

	/**
	 * A throwable that cannot be read.
	 *
	 * @param type of it
	 * @param identity of it
	 */
	private record UnreadThrowable(String type, int identity) implements ThrowableSnapshot {

		@Override
		public @Nullable String message() {
			return null;
		}

		@Override
		public List<StackTraceElement> frames() {
			return List.of();
		}

		@Override
		public int framesInCommon() {
			return 0;
		}

		@Override
		public @Nullable ThrowableSnapshot cause() {
			return null;
		}

		@Override
		public List<ThrowableSnapshot> suppressed() {
			return List.of();
		}

	}

}
