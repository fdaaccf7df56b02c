package io.github.slacklogging.link;

/**
 * Texts between quotes, for query languages that escape with a backslash.
 */
final class Quotes {

	private Quotes() {
	}

	/** A backslash before each such quote and backslash; everything else as it is. */
	static String around(String text, char quote) {
		StringBuilder quoted = new StringBuilder(text.length() + 8).append(quote);
		text.chars().forEach((c) -> append(quoted, (char) c, quote));
		return quoted.append(quote).toString();
	}

	/**
	 * Control characters too, as {@code \n}, {@code \r}, {@code \t} and {@code \}{@code
	 * u001b}: for languages whose strings end with the line.
	 */
	static String onOneLine(String text, char quote) {
		StringBuilder quoted = new StringBuilder(text.length() + 8).append(quote);
		text.chars().forEach((c) -> {
			if (Character.isISOControl(c)) {
				quoted.append(control(c));
			}
			else {
				append(quoted, (char) c, quote);
			}
		});
		return quoted.append(quote).toString();
	}

	private static void append(StringBuilder quoted, char c, char quote) {
		if (c == quote || c == '\\') {
			quoted.append('\\');
		}
		quoted.append(c);
	}

	private static String control(int c) {
		return switch (c) {
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\t' -> "\\t";
			default -> String.format("\\u%04x", c);
		};
	}

}
