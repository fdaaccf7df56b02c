package io.github.slacklogging.link;

/**
 * Text as it may stand in a line that was logged, whether the line is plain or JSON.
 * Boot's structured formats, like Jackson, write quotes, backslashes and control
 * characters in another way in JSON, and nothing else
 * ({@code org.springframework.boot.json.JsonValueWriter}). A link cannot know which kind
 * of line it will meet.
 */
final class AnyLine {

	private static final String META = ".+*?()|[]{}^$";

	private AnyLine() {
	}

	/** Whether the text is the same in both. */
	static boolean isSame(String text) {
		return text.chars().noneMatch(AnyLine::differs);
	}

	/** Whether this character has another form in JSON. */
	static boolean differs(int c) {
		return c == '"' || c == '\\' || Character.isISOControl(c);
	}

	/** A regular expression (RE2) for both forms. */
	static String pattern(String text) {
		StringBuilder pattern = new StringBuilder(text.length() * 2);
		text.chars().forEach((c) -> pattern.append(part((char) c)));
		return pattern.toString();
	}

	private static String part(char c) {
		return switch (c) {
			case '"' -> "\\\\?\"";
			case '\\' -> "\\\\{1,2}";
			case '\n' -> either(c, "n");
			case '\r' -> either(c, "r");
			case '\t' -> either(c, "t");
			case '\b' -> either(c, "b");
			case '\f' -> either(c, "f");
			default -> Character.isISOControl(c) ? either(c, String.format("u(?i:%04x)", (int) c))
					: (META.indexOf(c) >= 0) ? "\\" + c : String.valueOf(c);
		};
	}

	private static String either(char c, String escape) {
		return String.format("(?:\\x{%x}|\\\\%s)", (int) c, escape);
	}

}
