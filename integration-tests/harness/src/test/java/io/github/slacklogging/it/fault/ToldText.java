package io.github.slacklogging.it.fault;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;

/**
 * What a message shows, and how numbers are read there.
 *
 * @param message as the inbox took it
 * @param blocks one text for each top-level block
 */
record ToldText(InboxMessage message, List<String> blocks) {

	private static final Pattern NUMBER = Pattern.compile("\\bevent-(\\d+)");

	ToldText {
		blocks = List.copyOf(blocks);
	}

	static ToldText of(InboxMessage message) {
		return new ToldText(message, texts(message));
	}

	String sentence() {
		return this.message.text();
	}

	/** Numbers {@code event-<n>} in a text. */
	static List<Long> numbers(String text) {
		return NUMBER.matcher(text).results().map((number) -> Long.valueOf(number.group(1))).toList();
	}

	static Optional<Long> first(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? Optional.of(number(matcher.group(1))) : Optional.empty();
	}

	static long number(String text) {
		return Long.parseLong(text.replace(",", ""));
	}

	void require(boolean condition, String complaint) {
		if (!condition) {
			throw unreadable(complaint);
		}
	}

	AssertionError unreadable(String complaint) {
		return new AssertionError("This message " + complaint + ":\n" + this.message.allText());
	}

	private static List<String> texts(InboxMessage message) {
		String json = message.blocksJson();
		if (json == null) {
			return List.of();
		}
		try {
			return Json.read(json).items().stream().map(ToldText::text).toList();
		}
		catch (MalformedJsonException ex) {
			throw new AssertionError("The inbox wrote it", ex);
		}
	}

	private static String text(Json block) {
		Json elements = block.get("elements");
		Json holder = (elements != null) ? elements.items().get(0) : block.get("text");
		String text = (holder != null) ? holder.text("text") : null;
		return (text != null) ? text : "";
	}

}
