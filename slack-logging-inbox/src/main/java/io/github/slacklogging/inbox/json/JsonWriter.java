package io.github.slacklogging.inbox.json;

import java.io.StringWriter;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a {@link Json} tree. */
final class JsonWriter {

	private static final JsonFactory FACTORY = new JsonFactory();

	private JsonWriter() {
	}

	static String write(Json json) {
		StringWriter out = new StringWriter();
		try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
			write(json, generator);
		}
		return out.toString();
	}

	private static void write(Json json, JsonGenerator out) {
		if (json instanceof Json.Obj object) {
			out.writeStartObject();
			for (Map.Entry<String, Json> member : object.members().entrySet()) {
				out.writeName(member.getKey());
				write(member.getValue(), out);
			}
			out.writeEndObject();
		}
		else if (json instanceof Json.Arr array) {
			out.writeStartArray();
			array.items().forEach((item) -> write(item, out));
			out.writeEndArray();
		}
		else {
			writeScalar(json, out);
		}
	}

	private static void writeScalar(Json json, JsonGenerator out) {
		if (json instanceof Json.Text text) {
			out.writeString(text.value());
		}
		else if (json instanceof Json.Num number) {
			out.writeNumber(number.literal());
		}
		else if (json instanceof Json.Bool bool) {
			out.writeBoolean(bool.value());
		}
		else {
			out.writeNull();
		}
	}

}
