package io.github.slacklogging.masking;

/** What stands before the at sign of an e-mail address. */
final class EmailLocalPart {

	/** Longer than RFC 5321 allows: 64. */
	private static final int MAX_LENGTH = 256;

	private static final int MAX_QUOTED = 64;

	private static final int ESCAPE = 3;

	private EmailLocalPart() {
	}

	/**
	 * Where it begins.
	 * @param text to look into
	 * @param end where the at sign stands
	 * @return the end when there is none
	 */
	static int start(String text, int end) {
		if (end > 0 && text.charAt(end - 1) == '"') {
			return quotedStart(text, end);
		}
		int start = end;
		int earliest = Math.max(0, end - MAX_LENGTH);
		boolean eastAsian = end > 0 && Edges.isEastAsian(text.charAt(end - 1));
		while (start > earliest) {
			if (Edges.isPercentEncoded(text, start - ESCAPE)) {
				if (!isPartOfWord(text, start - ESCAPE)) {
					break;
				}
				start -= ESCAPE;
			}
			else if (isLocal(text.charAt(start - 1)) && Edges.isEastAsian(text.charAt(start - 1)) == eastAsian) {
				start--;
			}
			else {
				break;
			}
		}
		return withoutMarks(text, start, end);
	}

	private static boolean isLocal(char c) {
		return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "._%+-'".indexOf(c) >= 0
				|| Character.getType(c) == Character.NON_SPACING_MARK
				|| Character.getType(c) == Character.COMBINING_SPACING_MARK;
	}

	/** An encoded plus, dot, dash or underscore, or a part of a letter in UTF-8. */
	private static boolean isPartOfWord(String text, int escape) {
		int value = Integer.parseInt(text.substring(escape + 1, escape + ESCAPE), 16);
		return value >= 0x80 || "+-._".indexOf(value) >= 0;
	}

	/** Quotes around the address are none of it, nor is the letter of a line break. */
	private static int withoutMarks(String text, int start, int end) {
		int at = start;
		if (at > 0 && at + 1 < end && text.charAt(at - 1) == '\\' && "nrt".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		while (at < end && ".'-%+".indexOf(text.charAt(at)) >= 0 && !Edges.isPercentEncoded(text, at)) {
			at++;
		}
		return at;
	}

	/** {@code "jane doe"@example.com}. */
	private static int quotedStart(String text, int end) {
		int earliest = Math.max(0, end - MAX_QUOTED);
		boolean escaped = end > 1 && text.charAt(end - 2) == '\\';
		for (int at = end - 2; at >= earliest; at--) {
			char c = text.charAt(at);
			if (c == '"') {
				int start = (escaped && at > 0 && text.charAt(at - 1) == '\\') ? at - 1 : at;
				return (end - at > (escaped ? 3 : 2)) ? start : end;
			}
			if (c == '\n' || c == '\r') {
				return end;
			}
		}
		return end;
	}

}
