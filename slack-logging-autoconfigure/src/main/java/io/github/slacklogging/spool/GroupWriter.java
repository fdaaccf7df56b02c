package io.github.slacklogging.spool;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a group or an incident as JSON, bounded: texts, maps and traces are cut, so that
 * one hostile event cannot fill the disk. Stateless.
 */
final class GroupWriter {

	/** Most characters of one text. */
	static final int MAX_TEXT = 4_000;

	/** Most entries of the diagnostic context, and of the key-value pairs. */
	static final int MAX_ENTRIES = 64;

	private static final JsonFactory FACTORY = new JsonFactory();

	private GroupWriter() {
	}

	static byte[] write(SpooledGroup group) {
		// Characters first: a lone surrogate becomes a question mark and not an error.
		StringWriter text = new StringWriter();
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
			json.writeStartObject();
			fingerprint(json, group);
			counts(json, group.counts());
			json.writeBooleanProperty("other", group.other());
			json.writeStringProperty("severity", group.severity().name());
			json.writeNumberProperty("total", group.total());
			json.writeBooleanProperty("spoken", group.spoken());
			json.writeStringProperty("firstSeen", group.firstSeen().toString());
			json.writeStringProperty("lastSeen", group.lastSeen().toString());
			json.writeBooleanProperty("mayBeRepeat", group.mayBeRepeat());
			if (group.incident() != null) {
				json.writeName("incident");
				IncidentFields.write(json, group.incident());
			}
			FrameTable frames = new FrameTable();
			event(json, "first", group.first(), frames);
			if (!group.latest().equals(group.first())) {
				event(json, "latest", group.latest(), frames);
			}
			frames.write(json);
			json.writeEndObject();
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void fingerprint(JsonGenerator json, SpooledGroup group) {
		json.writeStringProperty("fingerprint", group.fingerprint().id());
		json.writeArrayPropertyStart("components");
		group.fingerprint().components().forEach(json::writeString);
		json.writeEndArray();
	}

	private static void counts(JsonGenerator json, Map<Severity, Long> counts) {
		json.writeObjectPropertyStart("counts");
		counts.forEach((severity, count) -> json.writeNumberProperty(severity.name(), count));
		json.writeEndObject();
	}

	private static void event(JsonGenerator json, String name, MaskedEvent event, FrameTable frames) {
		json.writeObjectPropertyStart(name);
		json.writeStringProperty("logId", event.logId());
		json.writeStringProperty("timestamp", event.timestamp().toString());
		json.writeStringProperty("severity", event.severity().name());
		text(json, "logger", event.loggerName());
		text(json, "thread", event.threadName());
		text(json, "template", event.template());
		if (!event.message().equals(event.template())) {
			text(json, "message", event.message());
		}
		map(json, "mdc", event.mdc());
		map(json, "keyValues", event.keyValues());
		if (event.throwable() != null) {
			json.writeName("throwable");
			ThrowableWriter.write(json, event.throwable(), frames);
		}
		if (event.caller() != null) {
			json.writeName("caller");
			ThrowableWriter.write(json, event.caller());
		}
		json.writeNumberProperty("maskedValues", event.maskedValues());
		if (event.job() != null) {
			json.writeObjectPropertyStart("job");
			JobFields.write(json, event.job());
			json.writeEndObject();
		}
		json.writeEndObject();
	}

	private static void map(JsonGenerator json, String name, Map<String, String> map) {
		json.writeObjectPropertyStart(name);
		map.entrySet()
			.stream()
			.limit(MAX_ENTRIES)
			.forEach((entry) -> text(json, cut(entry.getKey()), entry.getValue()));
		json.writeEndObject();
	}

	static void text(JsonGenerator json, String name, @Nullable String text) {
		if (text != null) {
			json.writeStringProperty(name, cut(text));
		}
	}

	static String cut(String text) {
		if (text.length() <= MAX_TEXT) {
			return text;
		}
		boolean between = Character.isSurrogatePair(text.charAt(MAX_TEXT - 2), text.charAt(MAX_TEXT - 1));
		return text.substring(0, between ? MAX_TEXT - 2 : MAX_TEXT - 1) + "…";
	}

}
