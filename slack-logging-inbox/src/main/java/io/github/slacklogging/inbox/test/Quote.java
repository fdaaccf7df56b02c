package io.github.slacklogging.inbox.test;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.InboxMessage;
import org.jspecify.annotations.Nullable;

/** How parts of messages are said in sentences. */
final class Quote {

	private static final int MAX_LINES = 6;

	private static final int MAX_WIDTH = 110;

	private Quote() {
	}

	static String of(String text) {
		return '"' + text.replace("\n", "\\n") + '"';
	}

	/** All that a human reads, without Slack's escapes. */
	static String text(InboxMessage message) {
		return unescaped(message.allText());
	}

	static String unescaped(String text) {
		return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
	}

	/** One line that tells messages apart. */
	static String headline(InboxMessage message) {
		String first = text(message).lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
		return message.channel() + ", " + severity(message) + ": " + of(cut(first));
	}

	static String severity(InboxMessage message) {
		return Stream.of(MessageSeverity.values())
			.filter((each) -> each.color().hex().equals(MessageColor.normalized(orNone(message.color()))))
			.map(Enum::name)
			.findFirst()
			.orElse((message.color() == null) ? "no severity" : "color " + message.color());
	}

	static String color(@Nullable String color) {
		return (color == null) ? "none" : MessageColor.of(color).map(Enum::toString).orElse(color);
	}

	static String orNone(@Nullable String color) {
		return Objects.requireNonNullElse(color, "");
	}

	static String edited(int times) {
		return switch (times) {
			case 0 -> "never edited";
			case 1 -> "edited once";
			case 2 -> "edited twice";
			default -> "edited " + times + " times";
		};
	}

	/** That a text is not there, and how it begins instead. */
	static String missing(String wanted, String text) {
		boolean cased = text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
		return "no " + of(wanted) + " in its text" + (cased ? ", only in another case" : "") + ":\n" + excerpt(text);
	}

	static String list(List<String> names) {
		return names.isEmpty() ? "none" : String.join(", ", names);
	}

	/** How a text begins. */
	static String excerpt(String text) {
		List<String> lines = text.lines().map(String::strip).filter((line) -> !line.isEmpty()).distinct().toList();
		String shown = lines.stream()
			.limit(MAX_LINES)
			.map((line) -> "| " + cut(line))
			.collect(Collectors.joining("\n"));
		if (lines.isEmpty()) {
			return "| (empty)";
		}
		return (lines.size() > MAX_LINES) ? shown + "\n| … " + (lines.size() - MAX_LINES) + " more lines" : shown;
	}

	private static String cut(String line) {
		return (line.length() > MAX_WIDTH) ? line.substring(0, MAX_WIDTH - 1) + "…" : line;
	}

}
