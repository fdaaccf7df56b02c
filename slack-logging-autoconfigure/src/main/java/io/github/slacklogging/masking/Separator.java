package io.github.slacklogging.masking;

/**
 * What joins a key and its value: {@code = : => := ->}, encoded and full-width ones
 * included.
 */
final class Separator {

	/** Blanks that align columns. */
	private static final int MAX_BLANKS = 40;

	/** Closing quotes and brackets, with what escapes them. */
	private static final int MAX_WRAPPING = 8;

	/** Encoded for a URL, for JSON, for XML. */
	private static final String[] ENCODED = { "%3D", "%3A", "%253D", "%253A", "\\u003d", "\\u003a", "&#61;", "&#x3d;" };

	private Separator() {
	}

	/**
	 * Where the value of a key begins.
	 * @param text to look into
	 * @param keyEnd behind the last character of the key
	 * @return its first character, quotes included; -1 when no value follows
	 */
	static int valueAfter(String text, int keyEnd) {
		int index = passIndex(text, keyEnd);
		int at = Literals.skipBlanks(text, passWrapping(text, index), MAX_BLANKS);
		// "token[3]: expected ')'" tells of the third one.
		if (at >= text.length() || (index > keyEnd && text.charAt(at) != '=')) {
			return -1;
		}
		int behind = behindSign(text, at);
		return (behind < 0) ? -1 : Literals.skipBlanks(text, behind, MAX_BLANKS);
	}

	/** Whether a colon of JSON stands here, blanks before it passed over. */
	static boolean isColon(String text, int index, int end) {
		int at = Literals.skipBlanks(text, index, MAX_BLANKS);
		return at < end && text.charAt(at) == ':';
	}

	/**
	 * Passes what closes a key.
	 * @return behind closing quotes, backslashes and brackets
	 */
	static int passWrapping(String text, int keyEnd) {
		int at = keyEnd;
		while (at < text.length() && at - keyEnd < MAX_WRAPPING) {
			if (text.startsWith("%5D", at) || text.startsWith("%22", at)) {
				at += 3;
			}
			else if (text.startsWith("&quot;", at)) {
				at += 6;
			}
			else if (Literals.isQuote(text.charAt(at)) || text.charAt(at) == '\\' || text.charAt(at) == ']') {
				if (text.regionMatches(true, at, "\\u003", 0, 5)) {
					return at;
				}
				at++;
			}
			else {
				return at;
			}
		}
		return at;
	}

	/** {@code passwords[0]}, {@code password[]}, as properties and forms have it. */
	private static int passIndex(String text, int keyEnd) {
		int at = keyEnd + 1;
		if (at >= text.length() || text.charAt(keyEnd) != '[') {
			return keyEnd;
		}
		while (at < text.length() && at - keyEnd < MAX_WRAPPING && Literals.isDigit(text.charAt(at))) {
			at++;
		}
		return (at < text.length() && text.charAt(at) == ']') ? at + 1 : keyEnd;
	}

	private static int behindSign(String text, int at) {
		char sign = text.charAt(at);
		if (sign == '=' || sign == '-') {
			return behindArrow(text, at, sign);
		}
		if (sign == ':') {
			return behindColon(text, at + 1);
		}
		if (sign == '\uff1d' || sign == '\uff1a') {
			return at + 1;
		}
		if (sign == '%' || sign == '\\' || sign == '&') {
			for (String encoded : ENCODED) {
				if (text.regionMatches(true, at, encoded, 0, encoded.length())) {
					return at + encoded.length();
				}
			}
		}
		return -1;
	}

	/** {@code =}, {@code ==}, {@code =>}, {@code ==>}, {@code ->}, {@code -->}. */
	private static int behindArrow(String text, int at, char stroke) {
		int head = at;
		while (head < text.length() && head - at < 2 && text.charAt(head) == stroke) {
			head++;
		}
		boolean arrow = head < text.length() && text.charAt(head) == '>';
		return arrow ? head + 1 : (stroke == '=') ? head : -1;
	}

	// "Token::parse" names a method, "secret://vault" a place.
	private static int behindColon(String text, int behind) {
		if (behind < text.length() && (text.charAt(behind) == ':' || text.startsWith("//", behind))) {
			return -1;
		}
		return (behind < text.length() && text.charAt(behind) == '=') ? behind + 1 : behind;
	}

}
