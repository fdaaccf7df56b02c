package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.slacklogging.inbox.block.MessageRules;
import io.github.slacklogging.inbox.json.Json;

/**
 * What Slack does to a message's text before it stands in the channel: cuts it at 40,000
 * characters, and splits it into several messages when it stands alone and is longer than
 * 4,000. (Slack's changelog of April 2018; java-slack-sdk issue 704.)
 */
final class Posting {

	static final int MAX_TEXT = MessageRules.MAX_TEXT;

	private final MessageStore store;

	Posting(MessageStore store) {
		this.store = store;
	}

	/** Keeps the message; gives its first part back. */
	InboxMessage post(InboxMessage.Source source, String channel, Json.Obj arguments, List<InboxFile> files) {
		String text = Objects.requireNonNullElse(arguments.text("text"), "");
		List<String> parts = arguments.get("blocks") != null ? List.of(cut(text, MAX_TEXT))
				: parts(cut(text, MAX_TEXT));
		List<InboxMessage> kept = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			boolean last = i == parts.size() - 1;
			Json.Obj part = text.equals(parts.get(i)) ? arguments : part(arguments, parts.get(i), last);
			kept.add(this.store.add(new Draft(source, channel, part, last ? files : List.of())));
		}
		return kept.get(0);
	}

	private static Json.Obj part(Json.Obj arguments, String text, boolean last) {
		Json.Members members = Json.object();
		arguments.members().forEach((key, value) -> {
			if (last || !key.equals("attachments")) {
				members.put(key, key.equals("text") ? Json.of(text) : value);
			}
		});
		return members.build();
	}

	private static List<String> parts(String text) {
		List<String> parts = new ArrayList<>();
		String rest = text;
		while (rest.length() > MessageRules.MAX_TEXT_ALONE) {
			String part = cut(rest, MessageRules.MAX_TEXT_ALONE);
			parts.add(part);
			rest = rest.substring(part.length());
		}
		parts.add(rest);
		return parts;
	}

	/** Never in the middle of a pair of surrogates. */
	static String cut(String text, int max) {
		if (text.length() <= max) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
	}

}
