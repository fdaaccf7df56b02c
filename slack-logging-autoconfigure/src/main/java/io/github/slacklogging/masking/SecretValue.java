package io.github.slacklogging.masking;

/**
 * Where a value behind a key begins and ends.
 *
 * @param start first character of the value itself, behind quotes and brackets
 * @param end behind its last character
 */
record SecretValue(int start, int end) {

	private static final int MAX_KEY = 64;

	private static final int MAX_BLANKS = 3;

	private static final String ENDS = "\"'`<>|";

	private static final String JOINTS = ",;&";

	private static final String OPENERS = "([{";

	private static final String CLOSERS = ")]}";

	/**
	 * Finds the value.
	 * @param text to look into
	 * @param index where the value begins, quotes and brackets included
	 * @param wholeLine whether blanks belong to an unquoted value
	 */
	static SecretValue at(String text, int index, boolean wholeLine) {
		if (index < text.length() && text.charAt(index) == '[') {
			return new SecretValue(index + 1, bracketEnd(text, index + 1));
		}
		if (index < text.length() && text.charAt(index) == '{') {
			int nested = quoteLevel(text, Literals.skipBlanks(text, index + 1, MAX_BLANKS));
			if (nested >= 0) {
				return new SecretValue(index + 1, objectEnd(text, index + 1, nested));
			}
		}
		int level = quoteLevel(text, index);
		if (level >= 0) {
			int start = index + level + 1;
			return new SecretValue(start, quoteEnd(text, start, text.charAt(start - 1), level));
		}
		return new SecretValue(index, wholeLine ? lineEnd(text, index) : runEnd(text, index));
	}

	/**
	 * How many backslashes stand before the quote that begins here: 0 in JSON, 1 in JSON
	 * inside of JSON, 3 one deeper. -1 where no quote begins.
	 */
	private static int quoteLevel(String text, int index) {
		int level = backslashes(text, index);
		int quote = index + level;
		return (quote < text.length() && Literals.isQuote(text.charAt(quote))) ? level : -1;
	}

	/** The brace that closes a JSON object, or the end of the line. */
	private static int objectEnd(String text, int start, int level) {
		boolean quoted = false;
		int open = 1;
		int at = start;
		while (at < text.length() && !isLineBreak(text.charAt(at))) {
			int backslashes = backslashes(text, at);
			at += backslashes;
			char c = (at < text.length()) ? text.charAt(at) : ' ';
			if (c == '"' && backslashes == level) {
				quoted = !quoted;
			}
			open += (quoted || (c != '{' && c != '}')) ? 0 : (c == '{') ? 1 : -1;
			if (open == 0) {
				return at;
			}
			at++;
		}
		return Math.min(at, text.length());
	}

	private static int bracketEnd(String text, int start) {
		int end = start;
		while (end < text.length() && text.charAt(end) != ']' && !isLineBreak(text.charAt(end))) {
			end++;
		}
		return end;
	}

	/** The closing quote, or the end of the line where there is none. */
	private static int quoteEnd(String text, int start, char quote, int level) {
		int at = start;
		while (at < text.length() && !isLineBreak(text.charAt(at))) {
			int backslashes = backslashes(text, at);
			int next = at + backslashes;
			if (next == text.length() || text.charAt(next) != quote) {
				at = Math.max(next, at + 1);
			}
			else if ((level > 0) ? backslashes == level : backslashes % 2 == 0 && !isDoubled(text, next, quote)) {
				return (level > 0) ? at : next;
			}
			else {
				at = next + (isDoubled(text, next, quote) ? 2 : 1);
			}
		}
		return Math.min(at, text.length());
	}

	private static int backslashes(String text, int index) {
		int end = index;
		while (end < text.length() && text.charAt(end) == '\\') {
			end++;
		}
		return end - index;
	}

	// SQL writes a quote inside quotes twice.
	private static boolean isDoubled(String text, int index, char quote) {
		return index + 1 < text.length() && text.charAt(index + 1) == quote;
	}

	private static int lineEnd(String text, int start) {
		int end = start;
		while (end < text.length() && !isLineBreak(text.charAt(end)) && ENDS.indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	private static int runEnd(String text, int start) {
		int open = 0;
		int end = start;
		while (end < text.length()) {
			char c = text.charAt(end);
			if (Character.isWhitespace(c) || ENDS.indexOf(c) >= 0
					|| (JOINTS.indexOf(c) >= 0 && endsAtJoint(text, end))) {
				return end;
			}
			if (CLOSERS.indexOf(c) >= 0 && --open < 0 && (end == start || endsAtCloser(text, end))) {
				return end;
			}
			open = Math.max(0, open + ((OPENERS.indexOf(c) >= 0) ? 1 : 0));
			end++;
		}
		return end;
	}

	// In "password=a,b" the comma is part of the value, in "password=a,user=b" it is not.
	private static boolean endsAtJoint(String text, int at) {
		int word = at + 1;
		if (isOutside(text, word)) {
			return true;
		}
		while (word < text.length() && word - at <= MAX_KEY && Literals.isKeyCharacter(text.charAt(word))) {
			word++;
		}
		return word < text.length() && (text.charAt(word) == '=' || text.charAt(word) == ':');
	}

	private static boolean endsAtCloser(String text, int at) {
		return isOutside(text, at + 1) || JOINTS.indexOf(text.charAt(at + 1)) >= 0 || text.charAt(at + 1) == '.';
	}

	private static boolean isOutside(String text, int index) {
		return index >= text.length() || Character.isWhitespace(text.charAt(index))
				|| ENDS.indexOf(text.charAt(index)) >= 0 || CLOSERS.indexOf(text.charAt(index)) >= 0;
	}

	private static boolean isLineBreak(char c) {
		return c == '\n' || c == '\r';
	}

}
