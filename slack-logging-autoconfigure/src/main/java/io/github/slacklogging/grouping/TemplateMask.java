package io.github.slacklogging.grouping;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.BoundedText;

/**
 * Makes a template of a message that was concatenated: values become placeholders, by
 * fixed rules, so that every instance agrees. The text is bounded first, and no rule
 * backtracks further than a few characters. Pure function.
 */
final class TemplateMask {

	private static final int MAX_LINES = 2;

	private static final int MAX_LENGTH = 300;

	/** Read further than shown: what a long value pushes out must not change the rest. */
	private static final int MAX_READ = 1_000;

	private static final List<String> NAMES = List.of("email", "url", "uuid", "date", "time", "ip", "quoted", "id",
			"number");

	private static final String START = "(?<![A-Za-z0-9])";

	private static final String END = "(?![A-Za-z0-9])";

	private static final String HEX = "[0-9a-fA-F]";

	/**
	 * In this order; the name of the group is the placeholder. An {@code id} is what
	 * alternates between digits and letters, eight hexadecimal digits and more, or the
	 * hash after the {@code @} of {@link Object#toString()}.
	 */
	private static final String ANY_VALUE = String.join("|",
			"(?<email>(?<![\\w.+-])[\\w.+-]{1,64}+@\\w[\\w-]{0,63}+(?:\\.\\w[\\w-]{0,63}+)++)",
			"(?<url>" + START + "[A-Za-z][A-Za-z0-9+.-]{1,15}+://[^\\s\"'<>]++)",
			"(?<uuid>" + START + HEX + "{8}-(?:" + HEX + "{4}-){3}" + HEX + "{12}" + END + ")",
			"(?<date>(?<!\\d)\\d{4}-\\d{2}-\\d{2}"
					+ "(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d++)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?!\\d))",
			"(?<time>(?<![\\d:])\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d++)?)?(?![\\d:]))",
			"(?<ip>(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?!\\d)|(?<![A-Za-z0-9:])(?:(?:" + HEX + "{1,4}:){3,7}" + HEX
					+ "{1,4}|(?:" + HEX + "{1,4}:){1,6}(?::" + HEX + "{1,4}){1,6})(?![A-Za-z0-9:]))",
			"(?<quoted>\"[^\"\\n]{3,}+\"|(?<!\\w)'[^'\\n]{3,}+'(?!\\w))",
			"(?<id>@[0-9a-f]{5,8}" + END + "|" + START + "(?:0[xX]" + HEX
					+ "++|(?=\\d*+[A-Fa-f])(?:[0-9a-f]{8,}+|[0-9A-F]{8,}+)" + END
					+ "|[A-Za-z]*+\\d++[A-Za-z]++\\d[A-Za-z0-9]*+))",
			"(?<number>\\d++(?:[.,]\\d++)*+)");

	String mask(String text) {
		Matcher matcher = Values.PATTERN.matcher(firstLines(text));
		StringBuilder masked = new StringBuilder();
		while (matcher.find()) {
			matcher.appendReplacement(masked, "<" + nameOf(matcher) + ">");
		}
		matcher.appendTail(masked);
		return BoundedText.beginning(masked.toString(), MAX_LENGTH);
	}

	private static String nameOf(Matcher matcher) {
		for (String name : NAMES) {
			if (matcher.start(name) >= 0) {
				return name;
			}
		}
		throw new IllegalStateException("every alternative has a name");
	}

	/** The first lines that say something. */
	private static String firstLines(String text) {
		String readable = BoundedText.beginning(text, MAX_READ);
		return String.join("\n",
				readable.lines().map(String::strip).filter((line) -> !line.isEmpty()).limit(MAX_LINES).toList());
	}

	/** Compiled with the first message, not with the start. */
	private static final class Values {

		/** The condition only saves time: within a word little can begin. */
		private static final Pattern PATTERN = Pattern.compile("(?:" + START + "|(?=[0-9\"'@]))(?:" + ANY_VALUE + ")");

	}

}
