package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * E-mail addresses: {@code ***@***.***}. The at sign may be percent-encoded, letters may
 * be of any script. What Java prints for an object without {@code toString()} is none.
 */
final class EmailRule implements MaskingRule {

	private static final String REPLACEMENT = "***@***.***";

	private static final String ENCODED_AT = "%40";

	/** Longer than RFC 5321 allows for each part: 64 and 255. */
	private static final int MAX_PART = 256;

	@Override
	public String name() {
		return "email";
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
			address(text, at, at + 1, found);
		}
		for (int at = text.indexOf(ENCODED_AT); at >= 0; at = text.indexOf(ENCODED_AT, at + 1)) {
			address(text, at, at + ENCODED_AT.length(), found);
		}
	}

	private static void address(String text, int localEnd, int domainStart, Consumer<Span> found) {
		int start = localStart(text, localEnd);
		int end = domainEnd(text, domainStart);
		if (start < localEnd && end > domainStart) {
			found.accept(new Span(start, end, REPLACEMENT));
		}
	}

	private static int localStart(String text, int end) {
		int start = end;
		int earliest = Math.max(0, end - MAX_PART);
		while (start > earliest && isLocal(text.charAt(start - 1))) {
			start--;
		}
		while (start < end && ".'-%".indexOf(text.charAt(start)) >= 0) {
			start++;
		}
		return start;
	}

	private static boolean isLocal(char c) {
		return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "._%+-'".indexOf(c) >= 0;
	}

	/**
	 * End of the longest domain that has a dot and ends with a word.
	 * @return {@code start} when there is none
	 */
	private static int domainEnd(String text, int start) {
		int latest = Math.min(text.length(), start + MAX_PART);
		int end = start;
		int label = start;
		int at = start;
		while (at <= latest) {
			char c = (at < latest) ? text.charAt(at) : ' ';
			if (!Character.isLetterOrDigit(c) && c != '-') {
				if (at == label) {
					break;
				}
				if (label > start && isTopLevel(text, label, at)) {
					end = at;
				}
				if (c != '.') {
					break;
				}
				label = at + 1;
			}
			at++;
		}
		return end;
	}

	private static boolean isTopLevel(String text, int start, int end) {
		if (text.startsWith("xn--", start)) {
			return true;
		}
		for (int i = start; i < end; i++) {
			if (!Character.isLetter(text.charAt(i))) {
				return false;
			}
		}
		return end - start >= 2 && end - start <= 24;
	}

}
