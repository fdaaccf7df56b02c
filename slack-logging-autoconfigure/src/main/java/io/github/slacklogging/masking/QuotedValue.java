package io.github.slacklogging.masking;

/**
 * Where a value in quotes or braces ends. Knows quotes that are escaped because the text
 * is JSON inside of JSON, doubled as in SQL, and values that go on in the next line.
 */
final class QuotedValue {

	/** How far a closing quote is looked for behind the end of the line. */
	private static final int MAX_BEYOND = 1024;

	/** How far the end of an object is looked for. */
	private static final int MAX_OBJECT = 8 * 1024;

	private static final int MAX_INDENT = 64;

	/**
	 * Five levels of JSON inside of JSON; even, so that a longer run is read in pairs.
	 */
	private static final int MAX_BACKSLASHES = 32;

	private static final String BEHIND = ",;:)]}>&|";

	private QuotedValue() {
	}

	/**
	 * How many backslashes stand before the quote that begins here: 0 in JSON, 1 in JSON
	 * inside of JSON, 3 one deeper. -1 where no quote begins.
	 */
	static int level(String text, int index) {
		int level = backslashes(text, index);
		int quote = index + level;
		return (quote < text.length() && Literals.isQuote(text.charAt(quote))) ? level : -1;
	}

	/**
	 * Where an object or a list of JSON ends.
	 * @param text to look into
	 * @param start behind its opening brace or bracket
	 * @return its closing one, or as far as is looked; -1 when it is none
	 */
	static int objectEnd(String text, int start) {
		int first = start;
		while (first < text.length() && first - start < MAX_INDENT && Character.isWhitespace(text.charAt(first))) {
			first++;
		}
		int level = level(text, first);
		if (level < 0) {
			return -1;
		}
		boolean quoted = false;
		int open = 1;
		int latest = Math.min(text.length(), start + MAX_OBJECT);
		int at = start;
		while (at < latest) {
			int backslashes = backslashes(text, at);
			at += backslashes;
			char c = (at < text.length()) ? text.charAt(at) : ' ';
			if (c == '"' && backslashes == level) {
				quoted = !quoted;
			}
			open += quoted ? 0 : ("{[".indexOf(c) >= 0) ? 1 : ("}]".indexOf(c) >= 0) ? -1 : 0;
			if (open == 0) {
				return at;
			}
			at++;
		}
		return Math.min(at, text.length());
	}

	/**
	 * Where the value behind an opening quote ends.
	 * @param text to look into
	 * @param start behind the quote
	 * @param quote that opened
	 * @param level backslashes before it
	 * @return the closing quote with its backslashes, on this line or on one of the next;
	 * the end of this line where there is none
	 */
	static int end(String text, int start, char quote, int level) {
		int lineEnd = close(text, start, quote, level, text.length(), true);
		if (lineEnd >= text.length() || !Literals.isLineBreak(text.charAt(lineEnd))) {
			return lineEnd;
		}
		int latest = Math.min(text.length(), lineEnd + MAX_BEYOND);
		int close = close(text, lineEnd, quote, level, latest, false);
		boolean closed = close < latest && endsValue(text, close + level + 1);
		return (closed || close == text.length()) ? close : lineEnd;
	}

	// A quote that opens another value is followed by a letter.
	private static boolean endsValue(String text, int behind) {
		return behind >= text.length() || Character.isWhitespace(text.charAt(behind))
				|| BEHIND.indexOf(text.charAt(behind)) >= 0;
	}

	private static int close(String text, int start, char quote, int level, int latest, boolean oneLine) {
		int at = start;
		while (at < latest && !(oneLine && Literals.isLineBreak(text.charAt(at)))) {
			int backslashes = backslashes(text, at);
			int next = at + backslashes;
			if (next >= text.length() || text.charAt(next) != quote) {
				at = Math.max(next, at + 1);
			}
			else if ((level > 0) ? backslashes == level : backslashes % 2 == 0 && !isDoubled(text, next, quote)) {
				return (level > 0) ? at : next;
			}
			else {
				at = next + (isDoubled(text, next, quote) ? 2 : 1);
			}
		}
		return Math.min(at, latest);
	}

	private static int backslashes(String text, int index) {
		int end = index;
		while (end < text.length() && end - index < MAX_BACKSLASHES && text.charAt(end) == '\\') {
			end++;
		}
		return end - index;
	}

	// SQL writes a quote inside quotes twice.
	private static boolean isDoubled(String text, int index, char quote) {
		return index + 1 < text.length() && text.charAt(index + 1) == quote;
	}

}
