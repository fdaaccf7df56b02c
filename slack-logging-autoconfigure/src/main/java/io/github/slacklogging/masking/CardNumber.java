package io.github.slacklogging.masking;

/**
 * What makes digits a payment card number: ISO/IEC 7812, with the prefixes that the
 * networks have in use (npm {@code credit-card-type}, README of Braintree's repository).
 */
final class CardNumber {

	static final int MAX_DIGITS = 19;

	private CardNumber() {
	}

	/**
	 * Whether the digits are a number.
	 * @param digits nothing else
	 * @param anyLength whether lengths count that hardly any card has: 13 and 17 to 19
	 * digits; ten of a hundred numbers with the right prefix pass for a card, and numbers
	 * of these lengths are more often articles, snowflakes and nanoseconds
	 */
	static boolean isValid(String digits, boolean anyLength) {
		int length = digits.length();
		if (length > MAX_DIGITS || (!anyLength && (length < 14 || length > 16))) {
			return false;
		}
		return isIssued(digits, length) && passesLuhn(digits);
	}

	/**
	 * Whether a card may begin like this.
	 * @param digits at least four
	 * @param length of all of it
	 */
	static boolean isIssued(String digits, int length) {
		int first4 = Integer.parseInt(digits.substring(0, 4));
		int first3 = first4 / 10;
		int first2 = first4 / 100;
		if (first2 == 34 || first2 == 37) {
			return length == 15;
		}
		if ((first3 >= 300 && first3 <= 305) || first2 == 36 || first2 == 38 || first2 == 39) {
			return length >= 14;
		}
		if (first4 / 1000 == 4) {
			return length == 13 || length == 16 || length >= 18;
		}
		return (length == 16 && isOfSixteen(first4)) || (length >= 16 && isOfManyLengths(first4));
	}

	/** Mastercard, Mir, RuPay, Troy. */
	private static boolean isOfSixteen(int first4) {
		int first2 = first4 / 100;
		return (first2 >= 51 && first2 <= 55) || (first4 >= 2221 && first4 <= 2720)
				|| (first4 >= 2200 && first4 <= 2205) || first2 == 81 || first2 == 82 || first4 == 9792;
	}

	/** Discover, JCB, UnionPay, Maestro. */
	private static boolean isOfManyLengths(int first4) {
		int first2 = first4 / 100;
		return first4 == 6011 || first2 == 62 || first2 == 64 || first2 == 65 || (first4 >= 3528 && first4 <= 3589)
				|| first2 == 50 || (first2 >= 56 && first2 <= 58) || first2 == 60 || first2 == 63 || first2 == 67;
	}

	/** The check digit of ISO/IEC 7812-1, annex B. */
	private static boolean passesLuhn(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int weighted = (i % 2 == 0) ? digit : 2 * digit;
			sum += (weighted > 9) ? weighted - 9 : weighted;
		}
		return sum % 10 == 0;
	}

}
