package io.github.slacklogging.appender;

/** Text of a bounded length. */
final class BoundedText {

	private static final char ELLIPSIS = '…';

	private BoundedText() {
	}

	/**
	 * The text, or its beginning and an ellipsis. Never ends within a code point.
	 * @param text any text
	 * @param maxLength most characters, the ellipsis included, at least 1
	 * @return the same text when it is short enough
	 */
	static String cut(String text, int maxLength) {
		if (text.length() <= maxLength) {
			return text;
		}
		int end = maxLength - 1;
		if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) && Character.isLowSurrogate(text.charAt(end))) {
			end--;
		}
		return new StringBuilder(end + 1).append(text, 0, end).append(ELLIPSIS).toString();
	}

}
