package io.github.slacklogging.opensearch;

import io.github.slacklogging.BoundedText;

/**
 * Texts that take no more than so many bytes as JSON, whatever they are made of. Halves
 * of characters, which no UTF-8 has, are replaced. Stateless.
 */
final class JsonSize {

	/** A control character as JSON has it. */
	private static final int MAX_BYTES_PER_CHAR = 6;

	private static final char ELLIPSIS = '…';

	private static final int ELLIPSIS_BYTES = 3;

	private static final char REPLACEMENT = '\ufffd';

	private JsonSize() {
	}

	/**
	 * The text, or its beginning and an ellipsis.
	 * @param text any text
	 * @param maxLength most characters, the ellipsis included
	 * @param maxBytes most bytes without quotes, the ellipsis included
	 * @return the same text when it is small enough and whole
	 */
	static String cut(String text, int maxLength, int maxBytes) {
		String cut = BoundedText.cut(text, maxLength);
		if ((long) cut.length() * MAX_BYTES_PER_CHAR > maxBytes && of(cut) > maxBytes) {
			cut = BoundedText.beginning(text, lengthWithin(cut, maxBytes - ELLIPSIS_BYTES)) + ELLIPSIS;
		}
		return whole(cut);
	}

	/**
	 * How many bytes the text takes as JSON.
	 * @param text any text
	 * @return without quotes
	 */
	static int of(String text) {
		int bytes = 0;
		for (int i = 0; i < text.length(); i++) {
			bytes += of(text.charAt(i));
		}
		return bytes;
	}

	/** Half a character counts as if it was replaced, which is more than it takes. */
	private static int of(char c) {
		if (c >= 0x80) {
			return (c < 0x800) ? 2 : 3;
		}
		if (c >= ' ') {
			return (c == '"' || c == '\\') ? 2 : 1;
		}
		return ("\n\r\t\b\f".indexOf(c) >= 0) ? 2 : MAX_BYTES_PER_CHAR;
	}

	private static int lengthWithin(String text, int maxBytes) {
		int bytes = 0;
		int length = 0;
		while (length < text.length()) {
			bytes += of(text.charAt(length));
			if (bytes > maxBytes) {
				break;
			}
			length++;
		}
		return length;
	}

	private static String whole(String text) {
		int half = halfAt(text, 0);
		if (half < 0) {
			return text;
		}
		StringBuilder whole = new StringBuilder(text);
		while (half >= 0) {
			whole.setCharAt(half, REPLACEMENT);
			half = halfAt(text, half + 1);
		}
		return whole.toString();
	}

	/** The first half of a character without the other one. */
	private static int halfAt(String text, int start) {
		for (int i = start; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isSurrogate(c)) {
				if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
					return i;
				}
				i++;
			}
		}
		return -1;
	}

}
