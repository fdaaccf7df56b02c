package io.github.slacklogging.slack;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the bodies of requests. Stateless. What each method takes: docs.slack.dev, by
 * its name in {@link SlackMethod}.
 */
final class Envelope {

	private final JsonFactory factory = new JsonFactory();

	byte[] webhook(SlackMessage message) {
		return json((json) -> newMessage(json, message));
	}

	/**
	 * What a call begins with.
	 * @param destination of the call
	 * @param call a bot's
	 * @return JSON or a form, as {@link SlackMethod#contentType()} says
	 */
	byte[] bot(Destination destination, SlackCall call) {
		if (call instanceof SlackCall.Post post) {
			return json((json) -> post(json, destination, post));
		}
		if (call instanceof SlackCall.Reply reply) {
			return json((json) -> reply(json, reply));
		}
		if (call instanceof SlackCall.Edit edit) {
			return json((json) -> edit(json, edit));
		}
		if (call instanceof SlackCall.React react) {
			return json((json) -> react(json, react));
		}
		if (call instanceof SlackCall.LookUp lookUp) {
			return form("channel", lookUp.target().channel(), "message_ts", lookUp.target().ts());
		}
		if (call instanceof SlackCall.Attach attach) {
			return form("filename", attach.file().name(), "length", Integer.toString(file(attach).length));
		}
		return json((nothing) -> {
		});
	}

	/** The bytes of the file, whose number Slack is told beforehand. */
	byte[] file(SlackCall.Attach attach) {
		return attach.file().text().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Shows a file that was sent.
	 * @param fileId Slack's
	 * @param attach what it is
	 */
	byte[] share(String fileId, SlackCall.Attach attach) {
		return json((json) -> {
			json.writeName("files");
			json.writeStartArray();
			json.writeStartObject();
			json.writeStringProperty("id", fileId);
			json.writeStringProperty("title", attach.file().title());
			json.writeEndObject();
			json.writeEndArray();
			json.writeStringProperty("channel_id", attach.parent().channel());
			json.writeStringProperty("thread_ts", attach.parent().ts());
			string(json, "initial_comment", attach.file().comment().isEmpty() ? null : attach.file().comment());
		});
	}

	private static void post(JsonGenerator json, Destination destination, SlackCall.Post post) {
		string(json, "channel", destination.channel());
		newMessage(json, post.message());
		dead(json);
		raw(json, "metadata", post.message().metadata());
	}

	private static void reply(JsonGenerator json, SlackCall.Reply reply) {
		json.writeStringProperty("channel", reply.parent().channel());
		json.writeStringProperty("thread_ts", reply.parent().ts());
		if (reply.broadcast()) {
			json.writeBooleanProperty("reply_broadcast", true);
		}
		newMessage(json, reply.message());
		dead(json);
		raw(json, "metadata", reply.message().metadata());
	}

	// What is left out stays as it was, so a form without blocks says that there are
	// none. Unlike a post, an edit would be parsed if it did not say otherwise.
	private static void edit(JsonGenerator json, SlackCall.Edit edit) {
		SlackMessage message = edit.message();
		json.writeStringProperty("channel", edit.target().channel());
		json.writeStringProperty("ts", edit.target().ts());
		json.writeStringProperty("text", message.text());
		raw(json, "blocks", (message.blocks() != null) ? message.blocks() : "[]");
		raw(json, "attachments", (message.attachments() != null) ? message.attachments() : "[]");
		raw(json, "metadata", message.metadata());
		dead(json);
	}

	// Addresses in the text would become links by themselves if a call did not say
	// otherwise; those in blocks say so each. Webhooks do not know the word.
	private static void dead(JsonGenerator json) {
		json.writeStringProperty("parse", "none");
	}

	private static void react(JsonGenerator json, SlackCall.React react) {
		json.writeStringProperty("channel", react.target().channel());
		json.writeStringProperty("timestamp", react.target().ts());
		json.writeStringProperty("name", react.emoji());
	}

	private static void newMessage(JsonGenerator json, SlackMessage message) {
		json.writeStringProperty("text", message.text());
		raw(json, "blocks", message.blocks());
		raw(json, "attachments", message.attachments());
		json.writeBooleanProperty("unfurl_links", false);
		json.writeBooleanProperty("unfurl_media", false);
		string(json, "username", message.username());
		string(json, "icon_emoji", message.iconEmoji());
	}

	private byte[] json(Consumer<JsonGenerator> members) {
		// Characters first: a lone surrogate becomes a question mark and not an error.
		StringWriter body = new StringWriter();
		try (JsonGenerator json = this.factory.createGenerator(ObjectWriteContext.empty(), body)) {
			json.writeStartObject();
			members.accept(json);
			json.writeEndObject();
		}
		return body.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] form(String firstKey, String firstValue, String secondKey, String secondValue) {
		String form = firstKey + "=" + URLEncoder.encode(firstValue, StandardCharsets.UTF_8) + "&" + secondKey + "="
				+ URLEncoder.encode(secondValue, StandardCharsets.UTF_8);
		return form.getBytes(StandardCharsets.US_ASCII);
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
