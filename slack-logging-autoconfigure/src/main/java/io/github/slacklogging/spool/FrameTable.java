package io.github.slacklogging.spool;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JsonGenerator;

/**
 * The frames of all throwables of one group, each of them once: the first and the latest
 * event, and a cause and what it caused, have most of theirs in common. Mutable, for one
 * thread.
 */
final class FrameTable {

	private final Map<StackTraceElement, Integer> places = new LinkedHashMap<>();

	/** The place of the frame in the table. */
	int placeOf(StackTraceElement frame) {
		Integer known = this.places.putIfAbsent(frame, this.places.size());
		return (known != null) ? known : this.places.size() - 1;
	}

	void write(JsonGenerator json) {
		json.writeArrayPropertyStart("frames");
		this.places.keySet().forEach((frame) -> ThrowableWriter.write(json, frame));
		json.writeEndArray();
	}

}
