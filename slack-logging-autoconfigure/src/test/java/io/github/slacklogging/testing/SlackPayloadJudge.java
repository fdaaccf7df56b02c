package io.github.slacklogging.testing;

import java.util.Map;
import java.util.TreeMap;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.SlackConfig;
import com.slack.api.util.json.GsonFactory;
import com.slack.api.webhook.Payload;
import io.github.slacklogging.SlackMessage;

/**
 * Judges the shape of a message with Slack's own Java models: every key, block type and
 * element type must be known to them, and reading and writing must change nothing. They
 * know nothing of lengths: see {@link SlackLengthJudge}.
 */
public final class SlackPayloadJudge {

	private static final Gson STRICT = strict();

	private SlackPayloadJudge() {
	}

	/**
	 * Throws when Slack's models do not know what the message holds.
	 * @param message to judge
	 */
	public static void assertWellFormed(SlackMessage message) {
		assertWellFormed(envelope(message));
	}

	/**
	 * Throws when Slack's models do not know what the payload holds.
	 * @param json of a webhook's request
	 */
	public static void assertWellFormed(String json) {
		JsonElement sent = JsonParser.parseString(json);
		JsonElement understood = JsonParser.parseString(STRICT.toJson(STRICT.fromJson(json, Payload.class)));
		if (!sorted(sent).equals(sorted(understood))) {
			throw new AssertionError(
					"Slack understands another message.\nsent:       " + sent + "\nunderstood: " + understood);
		}
	}

	/** The message as the body of a webhook's request. */
	public static String envelope(SlackMessage message) {
		JsonObject envelope = new JsonObject();
		envelope.addProperty("text", message.text());
		if (message.blocks() != null) {
			envelope.add("blocks", JsonParser.parseString(message.blocks()));
		}
		if (message.attachments() != null) {
			envelope.add("attachments", JsonParser.parseString(message.attachments()));
		}
		if (message.username() != null) {
			envelope.addProperty("username", message.username());
		}
		if (message.iconEmoji() != null) {
			envelope.addProperty("icon_emoji", message.iconEmoji());
		}
		envelope.addProperty("unfurl_links", false);
		envelope.addProperty("unfurl_media", false);
		return envelope.toString();
	}

	private static Gson strict() {
		SlackConfig config = new SlackConfig();
		config.setFailOnUnknownProperties(true);
		return GsonFactory.createSnakeCase(config);
	}

	// Gson compares objects by order of keys in some versions; order means nothing here.
	private static String sorted(JsonElement element) {
		if (element.isJsonObject()) {
			Map<String, String> members = new TreeMap<>();
			element.getAsJsonObject()
				.entrySet()
				.forEach((entry) -> members.put(entry.getKey(), sorted(entry.getValue())));
			return members.toString();
		}
		if (element.isJsonArray()) {
			StringBuilder items = new StringBuilder("[");
			element.getAsJsonArray().forEach((item) -> items.append(sorted(item)).append(','));
			return items.append(']').toString();
		}
		return element.toString();
	}

}
