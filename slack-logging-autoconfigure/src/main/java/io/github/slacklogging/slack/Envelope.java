package io.github.slacklogging.slack;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SlackMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the JSON body around a message. Stateless. */
final class Envelope {

	private final JsonFactory factory = new JsonFactory();

	byte[] write(Destination destination, SlackMessage message) {
		// Characters first: a lone surrogate becomes a question mark and not an error.
		StringWriter body = new StringWriter();
		try (JsonGenerator json = this.factory.createGenerator(ObjectWriteContext.empty(), body)) {
			json.writeStartObject();
			string(json, "channel", destination.channel());
			json.writeStringProperty("text", message.text());
			raw(json, "blocks", message.blocks());
			raw(json, "attachments", message.attachments());
			json.writeBooleanProperty("unfurl_links", false);
			json.writeBooleanProperty("unfurl_media", false);
			string(json, "username", message.username());
			string(json, "icon_emoji", message.iconEmoji());
			json.writeEndObject();
		}
		return body.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void string(JsonGenerator json, String key, @Nullable String value) {
		if (value != null) {
			json.writeStringProperty(key, value);
		}
	}

	private static void raw(JsonGenerator json, String key, @Nullable String value) {
		if (value != null) {
			json.writeName(key);
			json.writeRawValue(value);
		}
	}

}
