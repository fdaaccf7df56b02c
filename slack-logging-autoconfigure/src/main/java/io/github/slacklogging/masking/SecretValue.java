package io.github.slacklogging.masking;

import org.jspecify.annotations.Nullable;

/**
 * Where a value behind a key begins and ends.
 *
 * @param start first character of the value itself, behind quotes and brackets
 * @param end behind its last character
 */
record SecretValue(int start, int end) {

	private static final int MAX_KEY = 64;

	private static final String ENDS = "\"'`<>|、，；。”’»";

	/** {@code java.util.Optional#toString}. */
	private static final String OPTIONAL = "Optional[";

	private static final String XML_QUOTE = "&quot;";

	private static final String JOINTS = ",;&";

	private static final String OPENERS = "([{";

	private static final String CLOSERS = ")]}";

	/**
	 * Finds the value.
	 * @param text to look into
	 * @param index where the value begins, quotes and brackets included; at the end of a
	 * line it begins on the next
	 */
	static SecretValue at(String text, int index) {
		int begin = NextLine.valueAt(text, index);
		if (begin >= text.length()) {
			return new SecretValue(begin, begin);
		}
		if (text.charAt(begin) == '[') {
			return new SecretValue(begin + 1, bracketEnd(text, begin + 1));
		}
		if (text.startsWith(OPTIONAL, begin)) {
			return new SecretValue(begin + OPTIONAL.length(), bracketEnd(text, begin + OPTIONAL.length()));
		}
		if (text.startsWith(XML_QUOTE, begin)) {
			return new SecretValue(begin + XML_QUOTE.length(), runEnd(text, begin + XML_QUOTE.length()));
		}
		SecretValue quoted = quoted(text, begin);
		if (quoted != null) {
			return quoted;
		}
		return new SecretValue(begin,
				NextLine.isInBlock(text, index, begin) ? NextLine.blockEnd(text, begin) : runEnd(text, begin));
	}

	private static @Nullable SecretValue quoted(String text, int begin) {
		int close = TypographicQuotes.end(text, begin);
		if (close >= 0) {
			return new SecretValue(begin + 1, close);
		}
		int quote = behindPrefix(text, begin);
		int level = QuotedValue.level(text, quote);
		int start = quote + level + 1;
		return (level < 0) ? null : new SecretValue(start, QuotedValue.end(text, start, text.charAt(start - 1), level));
	}

	/** Python writes {@code b'x'} and {@code u'x'}, SQL {@code N'x'}. */
	private static int behindPrefix(String text, int begin) {
		int behind = begin + 2;
		boolean prefix = behind < text.length() && "bBuUrRN".indexOf(text.charAt(begin)) >= 0
				&& "\"'".indexOf(text.charAt(begin + 1)) >= 0 && !isOutside(text, behind)
				&& JOINTS.indexOf(text.charAt(behind)) < 0;
		return prefix ? begin + 1 : begin;
	}

	boolean isEmpty() {
		return this.start >= this.end;
	}

	String in(String text) {
		return text.substring(this.start, this.end);
	}

	private static int bracketEnd(String text, int start) {
		int end = start;
		while (end < text.length() && text.charAt(end) != ']' && !Literals.isLineBreak(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static int runEnd(String text, int start) {
		int open = 0;
		int end = start;
		while (end < text.length()) {
			char c = text.charAt(end);
			if (c == '\\' && NextLine.continues(text, end)) {
				end = NextLine.skipTo(text, end + 1);
				continue;
			}
			if (Character.isWhitespace(c) || ENDS.indexOf(c) >= 0 || isEncodedEnd(text, start, end)
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

	/** The next parameter of a URL inside a URL or of one in JSON, or the next tag. */
	private static boolean isEncodedEnd(String text, int start, int at) {
		char c = text.charAt(at);
		if (c == '%') {
			// In "password=a%26b" the ampersand is part of the value.
			return isBetween(text, start, at, "%3D", "%26") || isBetween(text, start, at, "%253D", "%2526");
		}
		return (c == '&' && (text.startsWith("&lt;", at) || text.startsWith(XML_QUOTE, at)))
				|| (c == '\\' && (text.regionMatches(true, at, "\\u0026", 0, 6) || isEscapedQuote(text, at)));
	}

	private static boolean isBetween(String text, int start, int end, String before, String behind) {
		return text.startsWith(behind, end)
				&& text.regionMatches(true, start - before.length(), before, 0, before.length());
	}

	private static boolean isEscapedQuote(String text, int at) {
		return QuotedValue.level(text, at) > 0;
	}

	private static boolean endsAtCloser(String text, int at) {
		return isOutside(text, at + 1) || JOINTS.indexOf(text.charAt(at + 1)) >= 0 || text.charAt(at + 1) == '.';
	}

	private static boolean isOutside(String text, int index) {
		return index >= text.length() || Character.isWhitespace(text.charAt(index))
				|| ENDS.indexOf(text.charAt(index)) >= 0 || CLOSERS.indexOf(text.charAt(index)) >= 0;
	}

}
