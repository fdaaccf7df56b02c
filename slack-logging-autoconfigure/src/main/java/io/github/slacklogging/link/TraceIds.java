package io.github.slacklogging.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.slacklogging.MaskedEvent;

/**
 * Finds the id of the trace in an event. Names of keys: Micrometer Tracing,
 * OpenTelemetry's Logback appender, the Elastic Common Schema, Brave and Datadog's agent.
 */
final class TraceIds {

	private static final List<String> KEYS = List.of("traceId", "trace_id", "trace.id", "X-B3-TraceId", "dd.trace_id");

	/** Anything else is no id, or was masked. */
	private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{8,64}");

	/** What tracers write where there is no trace. */
	private static final Pattern NONE = Pattern.compile("[0-]+");

	private TraceIds() {
	}

	static Optional<String> of(MaskedEvent event) {
		return first(event.mdc()).or(() -> first(event.keyValues()));
	}

	private static Optional<String> first(Map<String, String> fields) {
		return KEYS.stream()
			.map((key) -> fields.getOrDefault(key, ""))
			.filter((value) -> ID.matcher(value).matches() && !NONE.matcher(value).matches())
			.findFirst();
	}

}
