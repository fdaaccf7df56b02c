package io.github.slacklogging.masking;

import org.jspecify.annotations.Nullable;

/**
 * What a validation refused, behind the name of the field:
 * {@code on field 'password': rejected value [x]; codes […]}. Source: Spring Framework 7,
 * {@code FieldError#toString}; Bean Validation calls it {@code invalidValue}.
 */
final class RejectedValue {

	private static final String OPENING = "rejected value [";

	private static final String CLOSING = "]; codes [";

	private static final int MAX_LENGTH = 1024;

	private RejectedValue() {
	}

	/**
	 * The value.
	 * @param text to look into
	 * @param index behind the separator and blanks
	 * @return {@code null} when something else stands there
	 */
	static @Nullable SecretValue at(String text, int index) {
		if (!text.startsWith(OPENING, index)) {
			return null;
		}
		int start = index + OPENING.length();
		int latest = Math.min(text.length(), start + MAX_LENGTH);
		int bracket = -1;
		for (int at = start; at < latest; at++) {
			if (text.charAt(at) == ']') {
				bracket = (bracket < 0) ? at : bracket;
				if (text.startsWith(CLOSING, at)) {
					return new SecretValue(start, at);
				}
			}
		}
		return new SecretValue(start, (bracket < 0) ? latest : bracket);
	}

	/** Whether the word "value" that begins here is the end of such a name. */
	static boolean isCalledSo(String text, int value) {
		return text.regionMatches(true, value - 8, "rejected", 0, 8)
				|| text.regionMatches(true, value - 7, "invalid", 0, 7);
	}

}
