package io.github.slacklogging.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mrkdwn without its marks, as notifications show it: links and mentions are words, bold
 * is not bold. Codes of emoji stay codes.
 */
final class PlainText {

	private static final Pattern TOKEN = Pattern.compile("<([^<>\\s][^<>]*)>");

	/** A mark counts at the edge of a word, and around something on one line. */
	private static final Pattern STYLED = Pattern
		.compile("(?<![\\p{L}\\p{N}*_~])([*_~])(?=\\S)([^\\n]{1,500}?)(?<=\\S)\\1(?![\\p{L}\\p{N}*_~])");

	private static final Pattern QUOTE = Pattern.compile("(?m)^(&gt;|>)+ ?");

	private static final Map<String, String> MENTIONS = Map.of("here", "@here", "channel", "@channel", "everyone",
			"@everyone");

	private final Function<String, Optional<String>> channels;

	PlainText(Function<String, Optional<String>> channels) {
		this.channels = channels;
	}

	String of(String mrkdwn) {
		String text = TOKEN.matcher(mrkdwn).replaceAll((token) -> Matcher.quoteReplacement(word(token)));
		text = QUOTE.matcher(text).replaceAll("").replace("```", "\n").replace("`", "");
		// twice: bold may hold italic
		text = STYLED.matcher(STYLED.matcher(text).replaceAll("$2")).replaceAll("$2");
		return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
	}

	private String word(MatchResult token) {
		String[] parts = token.group(1).split("\\|", 2);
		String what = parts[0];
		String label = (parts.length > 1) ? parts[1] : "";
		return switch (what.charAt(0)) {
			case '@' -> label.isEmpty() ? "@someone" : "@" + label;
			case '#' -> label.isEmpty() ? this.channels.apply(what.substring(1)).orElse("#channel") : "#" + label;
			case '!' -> command(what.substring(1), label);
			default -> label.isEmpty() ? what.replaceFirst("^mailto:", "") : label;
		};
	}

	private static String command(String command, String label) {
		if (command.startsWith("subteam^")) {
			return label.isEmpty() ? "@group" : label;
		}
		return label.isEmpty() ? MENTIONS.getOrDefault(command, "") : MENTIONS.getOrDefault(command, label);
	}

}
