package io.github.slacklogging.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.SlackMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges what Slack's models do not know: lengths, numbers of things, empty texts, broken
 * characters. Written from the notes on Slack's contract, not from the composer: it
 * shares no constant and no code with it.
 */
public final class SlackLengthJudge {

	private static final ObjectMapper JSON = JsonMapper.builder().build();

	private final List<String> faults = new ArrayList<>();

	private int shown;

	private int escaped;

	private int blocks;

	private SlackLengthJudge() {
	}

	/**
	 * Throws when Slack, or the project's own rules for messages, would refuse.
	 * @param message to judge
	 */
	public static void assertWithinLimits(SlackMessage message) {
		List<String> faults = faults(message);
		if (!faults.isEmpty()) {
			throw new AssertionError(faults + " in " + SlackPayloadJudge.envelope(message));
		}
	}

	/** What is wrong with the message; empty when nothing is. */
	public static List<String> faults(SlackMessage message) {
		SlackLengthJudge judge = new SlackLengthJudge();
		judge.text("text", message.text(), 40_000);
		judge.check(message.text().getBytes(StandardCharsets.UTF_8).length <= 3_800, "text above 3,800 bytes");
		if (message.blocks() != null) {
			judge.blocks("blocks", JSON.readTree(message.blocks()), true);
		}
		if (message.attachments() != null) {
			judge.attachments(JSON.readTree(message.attachments()));
		}
		judge.check(judge.blocks <= 8, "more than 8 blocks");
		judge.check(judge.shown <= 4_000, "more than 4,000 characters to see: " + judge.shown);
		judge.check(judge.escaped <= 9_000, "more than 9,000 escaped characters of block text: " + judge.escaped);
		return judge.faults;
	}

	private void attachments(JsonNode attachments) {
		check(attachments.size() == 1, "not exactly one attachment");
		for (JsonNode attachment : attachments) {
			check(Set.copyOf(attachment.propertyNames()).equals(Set.of("color", "fallback", "blocks")),
					"attachment with keys " + attachment.propertyNames());
			check(attachment.path("color").asString().matches("#[0-9a-f]{6}"), "colour");
			text("fallback", attachment.path("fallback").asString(), 3_000);
			blocks("attachment", attachment.path("blocks"), false);
		}
	}

	private void blocks(String where, JsonNode blocks, boolean topLevel) {
		check(!blocks.isEmpty(), where + ": no blocks");
		for (JsonNode block : blocks) {
			this.blocks++;
			switch (block.path("type").asString()) {
				case "section" -> section(where, block);
				case "context" -> {
					check(!block.path("elements").isEmpty() && block.path("elements").size() <= 10,
							where + ": context elements");
					block.path("elements").forEach((element) -> mrkdwn(where + ".context", element, 3_000));
				}
				case "rich_text" -> {
					check(!topLevel, "rich text at the top level");
					richText(where, block);
				}
				default -> this.faults.add(where + ": block " + block.path("type"));
			}
		}
	}

	private void section(String where, JsonNode block) {
		check(block.has("text") || block.has("fields"), where + ": section without text and fields");
		if (block.has("text")) {
			mrkdwn(where + ".section", block.path("text"), 3_000);
		}
		if (block.has("fields")) {
			check(!block.path("fields").isEmpty() && block.path("fields").size() <= 10, where + ": number of fields");
			block.path("fields").forEach((field) -> mrkdwn(where + ".field", field, 2_000));
		}
	}

	private void mrkdwn(String where, JsonNode object, int max) {
		check(object.path("type").asString().equals("mrkdwn"), where + ": not mrkdwn");
		check(object.path("verbatim").asBoolean(false), where + ": not verbatim");
		String text = object.path("text").asString();
		text(where, text, max);
		this.escaped += text.length();
		// People see the words of a link and not its address.
		String seen = text.replaceAll("(?i)<https?://[^|<>]*\\|", "<|");
		this.shown += seen.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").length();
	}

	private void richText(String where, JsonNode block) {
		for (JsonNode container : block.path("elements")) {
			check(container.path("type").asString().equals("rich_text_preformatted"), where + ": container");
			for (JsonNode leaf : container.path("elements")) {
				check(leaf.path("type").asString().equals("text"), where + ": leaf");
				String text = leaf.path("text").asString();
				text(where + ".preformatted", text, 9_000);
				this.shown += text.length();
				this.escaped += text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").length();
			}
		}
	}

	private void text(String where, String text, int max) {
		check(!text.isBlank(), where + " is blank");
		check(text.length() <= max, where + " above " + max + ": " + text.length());
		check(text.getBytes(StandardCharsets.UTF_8).length <= max, where + " above " + max + " bytes");
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int c = text.codePointAt(i);
			check(c < 0xD800 || c > 0xDFFF, where + " holds half a surrogate pair");
			check(c >= 0x20 || c == '\n', where + " holds a control character");
			check(c < 0x7F || c > 0x9F, where + " holds a C1 control character");
			boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F
					|| c == 0x61C;
			check(!turns, where + " holds a character that turns the direction");
		}
	}

	private void check(boolean holds, String fault) {
		if (!holds) {
			this.faults.add(fault);
		}
	}

}
