package io.github.slacklogging.masking;

/**
 * Where numbers and words begin and end in text that may be escaped, percent-encoded or
 * cut. Looks at a few characters only.
 */
final class Edges {

	private static final String JOINTS = "-.";

	/** From here on the scripts that are written without blanks between words. */
	private static final char EAST_ASIAN = '\u2e80';

	private Edges() {
	}

	/**
	 * Whether no letter or digit stands directly before. The letter of an escaped line
	 * break or tab is none, nor are the digits of a percent-encoded or escaped character.
	 */
	static boolean beginsAt(String text, int start) {
		if (start == 0 || !isWord(text.charAt(start - 1))) {
			return true;
		}
		boolean escaped = start > 1 && text.charAt(start - 2) == '\\' && "nrtbf".indexOf(text.charAt(start - 1)) >= 0;
		return escaped || isPercentEncoded(text, start - 3) || isUnicodeEscape(text, start - 6);
	}

	/** Whether no letter or digit stands directly behind. */
	static boolean endsAt(String text, int end) {
		return end >= text.length() || !isWord(text.charAt(end));
	}

	/** Whether the character is of a script that is written without blanks. */
	static boolean isEastAsian(char c) {
		return c >= EAST_ASIAN;
	}

	private static boolean isWord(char c) {
		return Character.isLetterOrDigit(c) && !isEastAsian(c);
	}

	/**
	 * Whether a dash or a dot joins this to letters or digits before it: then it is part
	 * of something longer.
	 */
	static boolean isJoinedBefore(String text, int start) {
		return start >= 2 && JOINTS.indexOf(text.charAt(start - 1)) >= 0
				&& Literals.isLetterOrDigit(text.charAt(start - 2));
	}

	/** Whether a dash joins this to letters or digits behind it, or a dot to digits. */
	static boolean isJoinedBehind(String text, int end) {
		if (end + 1 >= text.length()) {
			return false;
		}
		char joint = text.charAt(end);
		return (joint == '-' && Literals.isLetterOrDigit(text, end + 1))
				|| (joint == '.' && Literals.isDigit(text, end + 1));
	}

	/** Whether the text was cut here by somebody who says so. */
	static boolean isCutAt(String text, int end) {
		int at = Literals.skipBlanks(text, end, 1);
		return (at == text.length() - 1 && text.charAt(at) == '…') || (at == text.length() - 3 && text.endsWith("..."));
	}

	/** Whether {@code %20} or another percent-encoded character stands here. */
	static boolean isPercentEncoded(String text, int index) {
		return index >= 0 && index + 2 < text.length() && text.charAt(index) == '%'
				&& Character.digit(text.charAt(index + 1), 16) >= 0 && Character.digit(text.charAt(index + 2), 16) >= 0;
	}

	private static boolean isUnicodeEscape(String text, int index) {
		return index >= 0 && text.startsWith("\\u", index) && Character.digit(text.charAt(index + 2), 16) >= 0
				&& Character.digit(text.charAt(index + 3), 16) >= 0;
	}

}
