package io.github.slacklogging;

/**
 * Strings as JSON has them, in quotes. Control characters that no reader needs are
 * blanks, and halves of characters are replaced.
 */
final class JsonString {

	private JsonString() {
	}

	/**
	 * Appends as much of the string as the room takes, in quotes.
	 * @param text grows
	 * @param value the string
	 * @param room most characters within the quotes
	 * @return how many of the string's characters are there; -1 where not even the quotes
	 * have room, which are there all the same
	 */
	static int append(StringBuilder text, String value, int room) {
		int last = text.length() + 1 + room;
		text.append('"');
		int at = 0;
		while (at < value.length() && text.length() < last) {
			char c = value.charAt(at);
			int escape = "\"\\\n\r\t".indexOf(c);
			if (escape < 0) {
				text.append(plain(value, at, c));
			}
			else if (text.length() + 2 <= last) {
				text.append('\\').append("\"\\nrt".charAt(escape));
			}
			else {
				break;
			}
			at++;
		}
		text.append('"');
		return (room < 0) ? -1 : at;
	}

	/** Half a character would not survive being written as UTF-8. */
	private static char plain(String value, int at, char c) {
		if (Character.isISOControl(c)) {
			return ' ';
		}
		if (!Character.isSurrogate(c)) {
			return c;
		}
		boolean begins = at + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(at + 1));
		boolean ends = at > 0 && Character.isSurrogatePair(value.charAt(at - 1), c);
		return (begins || ends) ? c : '\ufffd';
	}

}
