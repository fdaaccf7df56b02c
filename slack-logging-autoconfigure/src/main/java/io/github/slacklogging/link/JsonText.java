package io.github.slacklogging.link;

import java.io.StringWriter;
import java.util.function.Consumer;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as a container of queries.
 */
final class JsonText {

	private static final JsonFactory FACTORY = new JsonFactory();

	private JsonText() {
	}

	/**
	 * An object without blanks.
	 * @param members writes what stands in it
	 */
	static String object(Consumer<JsonGenerator> members) {
		// Characters and not bytes: a lone surrogate must not be an error.
		StringWriter text = new StringWriter();
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
			json.writeStartObject();
			members.accept(json);
			json.writeEndObject();
		}
		return text.toString();
	}

}
