package io.github.slacklogging.masking;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/** Events whose texts a test chooses. */
final class UnmaskedEvent {

	static final RunId RUN = RunId.random();

	private UnmaskedEvent() {
	}

	static LogEvent of(String template, String message, Map<String, String> mdc, List<KeyValue> keyValues,
			@Nullable ThrowableSnapshot throwable) {
		return new LogEvent(RUN, 1, Instant.EPOCH, Severity.ERROR, "com.acme.Orders", "main", template, message, 1, mdc,
				keyValues, List.of(), throwable, null);
	}

	static LogEvent of(String message) {
		return of(message, message, Map.of(), List.of(), null);
	}

	/** A throwable without frames. */
	record Thrown(@Nullable String message, @Nullable ThrowableSnapshot cause,
			List<ThrowableSnapshot> suppressed) implements ThrowableSnapshot {

		Thrown(String message) {
			this(message, null, List.of());
		}

		@Override
		public String type() {
			return "java.lang.IllegalStateException";
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
		public int identity() {
			return 0;
		}

	}

}
