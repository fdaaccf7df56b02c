package io.github.slacklogging.masking;

/**
 * Steps along the URLs of Slack, whichever way they are written. Each step returns the
 * index behind what it passes, or the index it was given when that is not there.
 */
final class SlackUrl {

	/** As it is, percent-encoded once and twice, and escaped in JSON. */
	private static final String[] SLASHES = { "/", "%2f", "%252f", "\\/", "\\u002f" };

	private SlackUrl() {
	}

	static int pass(String text, int at, String word) {
		return text.regionMatches(true, at, word, 0, word.length()) ? at + word.length() : at;
	}

	static int passSlash(String text, int at) {
		for (String slash : SLASHES) {
			int end = pass(text, at, slash);
			if (end > at) {
				return end;
			}
		}
		return at;
	}

	static boolean isBehindSlash(String text, int at) {
		for (String slash : SLASHES) {
			if (pass(text, at - slash.length(), slash) == at) {
				return true;
			}
		}
		return false;
	}

	static int passPort(String text, int at) {
		int end = pass(text, at, ":");
		int digits = end;
		while (Literals.isDigit(text, digits)) {
			digits++;
		}
		return (end > at && digits > end) ? digits : at;
	}

	/**
	 * Passes an id that begins with a letter, in either case, and is longer than that.
	 */
	static int passId(String text, int at, char first) {
		boolean begins = at < text.length() && Character.toUpperCase(text.charAt(at)) == Character.toUpperCase(first);
		int end = begins ? at + 1 : at;
		while (begins && end < text.length() && Alphabet.WORD.contains(text.charAt(end))) {
			end++;
		}
		return (end > at + 1) ? end : at;
	}

	/** End of the URL that goes on here. */
	static int end(String text, int at) {
		int end = at;
		while (end < text.length() && isUrl(text.charAt(end)) && "`|".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	static boolean isUrl(char c) {
		return c > ' ' && !Character.isWhitespace(c) && "\"'<>".indexOf(c) < 0;
	}

}
