package io.github.slacklogging.inbox.block;

import java.util.Map;

import static io.github.slacklogging.inbox.block.ObjectRule.object;

/** The text objects of Block Kit. */
final class TextObjects {

	/** What a text object may hold where its block sets no smaller limit. */
	static final int MAX = 3_000;

	private TextObjects() {
	}

	static Rule plainText(int max) {
		return Rule.byType(Map.of("plain_text", plain(max)));
	}

	static Rule anyText(int max) {
		return Rule.byType(types(max));
	}

	static Map<String, Rule> types(int max) {
		// emoji belongs to plain_text alone, verbatim to mrkdwn
		Rule mrkdwn = object().needs("text", Rule.string(1, max)).may("verbatim", Rule.bool());
		return Map.of("plain_text", plain(max), "mrkdwn", mrkdwn);
	}

	private static Rule plain(int max) {
		return object().needs("text", Rule.string(1, max)).may("emoji", Rule.bool());
	}

}
