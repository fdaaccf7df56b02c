package io.github.slacklogging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Finds the ids of the trace and of the span in an event. Names of keys: Micrometer
 * Tracing, OpenTelemetry's Logback appender, the Elastic Common Schema, Brave and
 * Datadog's agent. Stateless, does not block.
 */
public final class TraceIds {

	private static final List<String> KEYS = List.of("traceId", "trace_id", "trace.id", "X-B3-TraceId", "dd.trace_id");

	private static final List<String> SPAN_KEYS = List.of("spanId", "span_id", "span.id", "X-B3-SpanId", "dd.span_id");

	private static final int MIN_LENGTH = 8;

	private static final int MAX_LENGTH = 64;

	private TraceIds() {
	}

	/**
	 * The id of the trace.
	 * @param event of any kind
	 * @return empty where there is none, or only zeros, or what was masked
	 */
	public static Optional<String> of(MaskedEvent event) {
		return Optional.ofNullable(first(KEYS, event));
	}

	/**
	 * The id of the span within the trace.
	 * @param event of any kind
	 * @return empty where there is none, or only zeros, or what was masked
	 */
	public static Optional<String> spanOf(MaskedEvent event) {
		return Optional.ofNullable(first(SPAN_KEYS, event));
	}

	/** Whether tracers write the id of a trace under this key. */
	public static boolean isKey(String key) {
		return KEYS.contains(key);
	}

	/** Whether tracers write the id of a span under this key. */
	public static boolean isSpanKey(String key) {
		return SPAN_KEYS.contains(key);
	}

	private static @Nullable String first(List<String> keys, MaskedEvent event) {
		String found = first(keys, event.mdc());
		return (found != null) ? found : first(keys, event.keyValues());
	}

	private static @Nullable String first(List<String> keys, Map<String, String> fields) {
		if (fields.isEmpty()) {
			return null;
		}
		for (String key : keys) {
			String value = fields.get(key);
			if (value != null && isId(value)) {
				return value;
			}
		}
		return null;
	}

	/** Anything else is no id, or was masked; zeros are what tracers write for none. */
	private static boolean isId(String value) {
		boolean something = false;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			if (!letter && (c < '0' || c > '9') && c != '-') {
				return false;
			}
			something |= c != '0' && c != '-';
		}
		return something && value.length() >= MIN_LENGTH && value.length() <= MAX_LENGTH;
	}

}
