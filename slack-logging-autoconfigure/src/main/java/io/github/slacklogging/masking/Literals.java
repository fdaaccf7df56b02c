package io.github.slacklogging.masking;

/** Cheap looks into a text: ASCII only, without copying it. */
final class Literals {

	private Literals() {
	}

	/**
	 * Where the word stands, in any case.
	 * @param text to look into
	 * @param word in lower case, ASCII, not empty
	 * @param from where to begin
	 * @return -1 when it does not
	 */
	static int indexOf(String text, String word, int from) {
		char lower = word.charAt(0);
		char upper = Character.toUpperCase(lower);
		int last = text.length() - word.length();
		for (int i = from; i <= last; i++) {
			char c = text.charAt(i);
			if ((c == lower || c == upper) && text.regionMatches(true, i, word, 0, word.length())) {
				return i;
			}
		}
		return -1;
	}

	/** Whether the text holds the word, see {@link #indexOf}. */
	static boolean contains(String text, String word) {
		return indexOf(text, word, 0) >= 0;
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	static boolean isDigit(String text, int index) {
		return index >= 0 && index < text.length() && isDigit(text.charAt(index));
	}

	static boolean isLetterOrDigit(char c) {
		return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}

	static boolean isLetterOrDigit(String text, int index) {
		return index >= 0 && index < text.length() && isLetterOrDigit(text.charAt(index));
	}

	/** Whether the character may stand in a key such as {@code spring.mail.pass-word}. */
	static boolean isKeyCharacter(char c) {
		return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || (c > '\u007f' && Character.isLetter(c));
	}

	static boolean isLineBreak(char c) {
		return c == '\n' || c == '\r';
	}

	static boolean isQuote(char c) {
		return c == '"' || c == '\'' || c == '`';
	}

	/**
	 * Passes blanks, not line breaks.
	 * @param text to look into
	 * @param index to start from
	 * @param most how many at most
	 * @return the first index that is not passed
	 */
	static int skipBlanks(String text, int index, int most) {
		int end = Math.min(text.length(), index + most);
		int at = index;
		while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
			at++;
		}
		return at;
	}

}
