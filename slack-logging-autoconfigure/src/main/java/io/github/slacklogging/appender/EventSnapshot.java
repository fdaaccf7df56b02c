package io.github.slacklogging.appender;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.slacklogging.BoundedText;
import io.github.slacklogging.EventText;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.appender.SlackAppender.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link LogEvent} of Logback's event, on the thread that logs, with nothing left
 * in it that may change afterwards. Texts and throwables are shared where they cannot
 * change and are short enough, and cut where they are not. Thread-safe.
 */
final class EventSnapshot {

	private static final int MAX_TEMPLATE_LENGTH = 8 * 1024;

	private final Settings settings;

	private final LongSupplier fallbackSequence;

	private final PassedThrowables throwables;

	EventSnapshot(Settings settings, LongSupplier fallbackSequence) {
		this.settings = settings;
		this.fallbackSequence = fallbackSequence;
		this.throwables = new PassedThrowables(settings.handledException(), settings.maxMessageLength());
	}

	/** The throwable of an event, which is asked for once. */
	PassedThrowable throwable(ILoggingEvent event, Severity severity) {
		return this.throwables.of(event, severity);
	}

	/** Whether the frame that logged is to be looked up. */
	boolean wantsCaller(ILoggingEvent event, Severity severity, PassedThrowable passed) {
		if (this.settings.callerLocation() == CallerLocation.NEVER) {
			return false;
		}
		return (passed.snapshot() == null && severity.isAtLeast(Severity.ERROR)) || event.hasCallerData();
	}

	LogEvent of(ILoggingEvent event, Severity severity, List<String> markers, PassedThrowable passed,
			@Nullable StackTraceElement caller) {
		@Nullable Object[] arguments = event.getArgumentArray();
		return new LogEvent(this.settings.runId(), sequence(event), instant(event), severity, event.getLoggerName(),
				event.getThreadName(), text(event.getMessage(), MAX_TEMPLATE_LENGTH), text(event),
				(arguments != null) ? arguments.length : 0, mdc(event.getMDCPropertyMap()),
				FieldSnapshot.of(event.getKeyValuePairs(), passed.source()), markers, passed.snapshot(), caller, null);
	}

	private long sequence(ILoggingEvent event) {
		long sequence = event.getSequenceNumber();
		return (sequence != 0) ? sequence : this.fallbackSequence.getAsLong();
	}

	private static Instant instant(ILoggingEvent event) {
		Instant instant = event.getInstant();
		return (instant != null) ? instant : Instant.ofEpochMilli(event.getTimeStamp());
	}

	private EventText text(ILoggingEvent event) {
		EventText later = DeferredText.of(event, Math.min(this.settings.maxMessageLength(), MAX_TEMPLATE_LENGTH));
		return (later != null) ? later
				: EventText.of(text(event.getFormattedMessage(), this.settings.maxMessageLength()));
	}

	// A message that is null reads "null", as in the application's other logs.
	private static String text(@Nullable String text, int maxLength) {
		return BoundedText.cut(String.valueOf(text), maxLength);
	}

	// Logback's map is read-only and shared by the events of a thread until its context
	// changes, so it is not copied. Only it may hold null as a value, which nobody after
	// this wants to meet.
	private static Map<String, String> mdc(@Nullable Map<String, @Nullable String> mdc) {
		if (mdc == null || mdc.isEmpty()) {
			return Map.of();
		}
		return hasNull(mdc) ? withoutNulls(mdc) : mdc;
	}

	// Without an iterator, as this runs for every event.
	private static boolean hasNull(Map<String, @Nullable String> mdc) {
		try {
			return mdc.containsValue(null);
		}
		catch (NullPointerException ex) {
			// A map that knows no null, says Map.containsValue.
			return false;
		}
	}

	private static Map<String, String> withoutNulls(Map<String, @Nullable String> mdc) {
		Map<String, String> known = new LinkedHashMap<>();
		mdc.forEach((key, value) -> known.put(key, Objects.requireNonNullElse(value, "null")));
		return known;
	}

}
