package io.github.slacklogging.testing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges whether a message does anything that nobody asked for: calls people, links,
 * shows emoji, hides or turns words, steers a terminal. Beside {@link SlackPayloadJudge}
 * (shape) and {@link SlackLengthJudge} (lengths) the third judge; it shares no code with
 * the composer either, and what it does not know it refuses.
 */
public final class SlackSafetyJudge {

	private static final ObjectMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	/** Keys of a request that carry no words, and the only values they may have. */
	private static final Map<String, String> FIXED = Map.of("unfurl_links", "false", "unfurl_media", "false", "parse",
			"none", "reply_broadcast", "true");

	/** Keys of a request that name a place. */
	private static final Set<String> PLACES = Set.of("channel", "channel_id", "thread_ts", "ts");

	private static final Map<String, Set<String>> ELEMENTS = Map.of("section", Set.of("type", "text", "fields"),
			"context", Set.of("type", "elements"), "mrkdwn", Set.of("type", "text", "verbatim"), "rich_text",
			Set.of("type", "elements"), "rich_text_preformatted", Set.of("type", "elements"), "text",
			Set.of("type", "text"));

	private final OwnMarkup own;

	private final List<String> faults = new ArrayList<>();

	private boolean firstBlock = true;

	private SlackSafetyJudge(OwnMarkup own) {
		this.own = own;
	}

	/**
	 * What the message does beyond what is its own; empty when nothing.
	 * @param message before it is written into a request
	 * @param own what it may do
	 */
	public static List<String> faults(SlackMessage message, OwnMarkup own) {
		return faults(SlackPayloadJudge.envelope(message), own);
	}

	/**
	 * What a request does beyond what is its own.
	 * @param body bytes as they are sent
	 * @param own what it may do
	 */
	public static List<String> faults(byte[] body, OwnMarkup own) {
		try {
			String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			List<String> faults = new ArrayList<>(faults(json, own));
			// Webhooks name no channel and do not know the word.
			boolean hears = json.startsWith("{\"channel\":") && json.contains("\"text\":");
			if (hears && !json.contains("\"parse\":\"none\"")) {
				faults.add("addresses in the text become links");
			}
			return faults;
		}
		catch (CharacterCodingException ex) {
			return List.of("no UTF-8");
		}
	}

	/**
	 * What a request does beyond what is its own.
	 * @param json its body
	 * @param own what it may do
	 */
	public static List<String> faults(String json, OwnMarkup own) {
		SlackSafetyJudge judge = new SlackSafetyJudge(own);
		try {
			judge.request(JSON.readTree(json));
		}
		catch (JacksonException ex) {
			judge.faults.add("no JSON: " + ex.getOriginalMessage());
		}
		return judge.faults;
	}

	/** What a file does beyond being read. */
	public static List<String> faults(TextFile file) {
		SlackSafetyJudge judge = new SlackSafetyJudge(OwnMarkup.NONE);
		judge.check(file.name().matches("[A-Za-z0-9_-]+\\.txt"), "file name " + file.name());
		judge.plain("title", file.title());
		judge.mrkdwn("comment", file.comment(), false, false);
		judge.characters("file", file.text());
		judge.check(file.text().getBytes(StandardCharsets.UTF_8).length <= 1_000_000, "a file above a million bytes");
		return judge.faults;
	}

	/** What a part of a text does that Slack reads as mrkdwn. */
	public static List<String> faultsOfMrkdwn(String mrkdwn, OwnMarkup own) {
		SlackSafetyJudge judge = new SlackSafetyJudge(own);
		judge.mrkdwn("mrkdwn", mrkdwn, false, false);
		return judge.faults;
	}

	/** What a name does. */
	public static List<String> faultsOfPlain(String name) {
		SlackSafetyJudge judge = new SlackSafetyJudge(OwnMarkup.NONE);
		judge.plain("name", name);
		return judge.faults;
	}

	/** What a text does that Slack shows as it is. */
	public static List<String> faultsOfBox(String literal) {
		return HarmlessText.faults(literal);
	}

	private void request(JsonNode request) {
		for (String key : request.propertyNames()) {
			JsonNode value = request.path(key);
			switch (key) {
				case "text" -> mrkdwn("text", value.asString(), true, false);
				case "initial_comment" -> mrkdwn(key, value.asString(), false, false);
				case "blocks" -> value.forEach((block) -> element("blocks", block));
				case "attachments" -> value.forEach(this::attachment);
				case "files" -> value.forEach((file) -> plain("title", file.path("title").asString()));
				case "username" -> plain(key, value.asString());
				case "icon_emoji" -> check(value.asString().matches(":[^\\s:]+:"), "icon " + value);
				case "metadata" -> metadata(value);
				default -> check(PLACES.contains(key) || value.asString().equals(FIXED.get(key)), key + " is " + value);
			}
		}
	}

	private void attachment(JsonNode attachment) {
		this.firstBlock = false;
		check(Set.copyOf(attachment.propertyNames()).equals(Set.of("color", "fallback", "blocks")),
				"an attachment with " + attachment.propertyNames());
		mrkdwn("fallback", attachment.path("fallback").asString(), false, false);
		check(attachment.path("color").asString().matches("#[0-9a-f]{6}"), "colour");
		attachment.path("blocks").forEach((block) -> element("attachment", block));
	}

	private void element(String where, JsonNode element) {
		String type = element.path("type").asString();
		Set<String> known = ELEMENTS.get(type);
		if (known == null || !known.containsAll(element.propertyNames())) {
			this.faults.add(where + ": unknown element " + element);
			return;
		}
		switch (type) {
			case "mrkdwn" -> {
				check(element.path("verbatim").asBoolean(false), where + ": not verbatim");
				mrkdwn(where, element.path("text").asString(), this.firstBlock, this.firstBlock);
			}
			case "text" -> characters(where, element.path("text").asString());
			default -> {
				element.path("elements").forEach((child) -> element(where + "." + type, child));
				element.path("fields").forEach((child) -> element(where + ".fields", child));
				if (element.has("text")) {
					element(where + "." + type, element.path("text"));
				}
			}
		}
		this.firstBlock = false;
	}

	private void metadata(JsonNode metadata) {
		metadata.forEachEntry((key, value) -> {
			check(key.matches("[a-z][a-z0-9_]*"), "metadata with the key " + key);
			if (value.isObject()) {
				metadata(value);
			}
			else {
				characters("metadata", value.asString());
			}
		});
	}

	private void mrkdwn(String where, String text, boolean first, boolean begins) {
		characters(where, text);
		ActingMarkup.faults(text, this.own, first, begins).forEach((fault) -> this.faults.add(where + ": " + fault));
	}

	/** Text of which nobody knows for sure whether Slack reads it as mrkdwn. */
	private void plain(String where, String text) {
		characters(where, text);
		check(text.indexOf('\n') < 0, where + ": more than one line");
		check(!text.matches("(?s).*[<>].*"), where + ": a bracket");
		check(!text.matches("(?s).*:[^\\s:]+:.*"), where + ": an emoji");
		check(text.indexOf('`') < 0, where + ": a backtick");
	}

	private void characters(String where, @Nullable String text) {
		HarmlessText.faults((text != null) ? text : "").forEach((fault) -> this.faults.add(where + ": " + fault));
	}

	private void check(boolean holds, String fault) {
		if (!holds) {
			this.faults.add(fault);
		}
	}

}
