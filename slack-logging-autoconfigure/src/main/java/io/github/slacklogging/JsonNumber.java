package io.github.slacklogging;

/** Whether a text is a number in JSON, and a short one. Source: RFC 8259, section 6. */
final class JsonNumber {

	/** Readers refuse longer ones, or take a time that grows with the square. */
	private static final int MAX_NUMBER = 300;

	private JsonNumber() {
	}

	static boolean isOne(String text) {
		if (text.length() > MAX_NUMBER) {
			return false;
		}
		int start = text.startsWith("-") ? 1 : 0;
		int integer = digits(text, start);
		boolean zero = integer - start > 1 && text.charAt(start) == '0';
		if (integer == start || zero) {
			return false;
		}
		int at = integer;
		if (at < text.length() && text.charAt(at) == '.') {
			at = digits(text, integer + 1);
			if (at == integer + 1) {
				return false;
			}
		}
		return at == text.length() || isExponent(text, at);
	}

	private static boolean isExponent(String text, int at) {
		boolean sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0;
		int start = at + (sign ? 2 : 1);
		return "eE".indexOf(text.charAt(at)) >= 0 && start < text.length() && digits(text, start) == text.length();
	}

	private static int digits(String text, int start) {
		int end = start;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
			end++;
		}
		return end;
	}

}
