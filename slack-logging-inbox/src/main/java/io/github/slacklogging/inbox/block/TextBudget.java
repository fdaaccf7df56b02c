package io.github.slacklogging.inbox.block;

import java.util.Map;
import java.util.Set;

import io.github.slacklogging.inbox.block.Measure.Beyond;
import io.github.slacklogging.inbox.json.Json;

/**
 * How much of Slack's unpublished budget for all text in {@code blocks} a list of blocks
 * uses. Slack staff spoke of 12,000 characters and some allowance for the blocks
 * themselves (bolt-js issue 2509); 13,297 characters went through in one block, 11,341 in
 * many did not. So: 13,200, each block costs 100, and {@code & < >} count as the entities
 * they become.
 */
final class TextBudget {

	private static final int MAX = 13_200;

	private static final int PER_BLOCK = 100;

	private static final Set<String> COUNTED = Set.of("text", "url", "alt_text", "fallback", "value");

	private TextBudget() {
	}

	static void check(Json blocks, Place place, String code) {
		long used = (long) blocks.items().size() * PER_BLOCK + textIn(blocks);
		Measure measure = new Measure("all text in " + place.what(), place.pointer(), used, MAX, Place.CHARACTERS,
				Beyond.REFUSED);
		place.findings().limit(measure, code);
	}

	/** Its length, as Slack may count it. */
	static long textIn(Json node) {
		long sum = 0;
		for (Json item : node.items()) {
			sum += textIn(item);
		}
		if (node instanceof Json.Obj object) {
			// mrkdwn arrives escaped, everything else is escaped by Slack
			boolean escaped = "mrkdwn".equals(object.text("type"));
			for (Map.Entry<String, Json> member : object.members().entrySet()) {
				Json value = member.getValue();
				boolean counted = value instanceof Json.Text && COUNTED.contains(member.getKey());
				sum += counted ? length(value, escaped) : textIn(value);
			}
		}
		return sum;
	}

	private static long length(Json value, boolean escaped) {
		String text = ((Json.Text) value).value();
		return escaped ? text.length() : text.chars().mapToLong(TextBudget::escapedLength).sum();
	}

	private static long escapedLength(int c) {
		return switch (c) {
			case '&' -> 5;
			case '<', '>' -> 4;
			default -> 1;
		};
	}

}
