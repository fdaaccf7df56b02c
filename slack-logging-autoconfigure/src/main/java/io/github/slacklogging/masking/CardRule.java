package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * Payment card numbers: a known issuer's prefix and length, and Luhn's check digit.
 * Written in one run or in the groups that cards use, joined by one blank or dash each.
 * UUIDs, time stamps, decimals and most order numbers are none.
 */
final class CardRule implements MaskingRule {

	private static final String REPLACEMENT = "****-****-****-****";

	private static final int MIN_DIGITS = 13;

	private static final int MAX_DIGITS = 19;

	/** How cards are printed: Visa and others, 19 digits, American Express, Diners. */
	private static final int[][] GROUPINGS = { { 4, 4, 4, 4, 3 }, { 4, 4, 4, 4 }, { 4, 6, 5 }, { 4, 6, 4 } };

	@Override
	public String name() {
		return "card";
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int at = 0;
		while (at < text.length()) {
			if (!Literals.isDigit(text.charAt(at))) {
				at++;
				continue;
			}
			int runEnd = endOfRun(text, at);
			int end = cardEnd(text, at, runEnd);
			if (end > at) {
				found.accept(new Span(at, end, REPLACEMENT));
			}
			at = Math.max(end, runEnd);
		}
	}

	private static int endOfRun(String text, int start) {
		int end = start;
		while (end < text.length() && Literals.isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	/** End of the card number that starts here, or the start when there is none. */
	private static int cardEnd(String text, int start, int runEnd) {
		if (isFraction(text, start) || followsLetter(text, start)) {
			return start;
		}
		if (runEnd - start >= MIN_DIGITS) {
			return isCard(text, start, runEnd) ? runEnd : start;
		}
		for (int[] grouping : GROUPINGS) {
			int end = endOfGroups(text, start, grouping);
			if (end > start && isCard(text, start, end)) {
				return end;
			}
		}
		return start;
	}

	private static int endOfGroups(String text, int start, int[] grouping) {
		int at = start;
		char separator = 0;
		for (int i = 0; i < grouping.length; i++) {
			if (endOfRun(text, at) - at != grouping[i]) {
				return start;
			}
			at += grouping[i];
			if (i == grouping.length - 1) {
				return at;
			}
			char next = (at < text.length()) ? text.charAt(at) : 0;
			if ((next != ' ' && next != '-') || (separator != 0 && next != separator)) {
				return start;
			}
			separator = next;
			at++;
		}
		return start;
	}

	// The letter of an escaped line break or tab is none: JSON may be logged as it is.
	private static boolean followsLetter(String text, int start) {
		boolean letter = start > 0 && Character.isLetter(text.charAt(start - 1));
		return letter && !(start > 1 && text.charAt(start - 2) == '\\');
	}

	// 0.4539578763621486 is a double, not a card.
	private static boolean isFraction(String text, int start) {
		return start >= 2 && text.charAt(start - 1) == '.' && Literals.isDigit(text.charAt(start - 2));
	}

	private static boolean isCard(String text, int start, int end) {
		boolean continues = end < text.length() && (Character.isLetter(text.charAt(end))
				|| (text.charAt(end) == '.' && Literals.isDigit(text, end + 1)));
		if (continues) {
			return false;
		}
		StringBuilder digits = new StringBuilder(MAX_DIGITS);
		for (int i = start; i < end && digits.length() <= MAX_DIGITS; i++) {
			if (Literals.isDigit(text.charAt(i))) {
				digits.append(text.charAt(i));
			}
		}
		return CardNumber.isValid(digits.toString());
	}

}
