package io.github.slacklogging.masking;

/**
 * What makes digits a payment card number: ISO/IEC 7812, with the prefixes that the
 * networks have in use.
 */
final class CardNumber {

	private static final int MAX_DIGITS = 19;

	private CardNumber() {
	}

	static boolean isValid(String digits) {
		return digits.length() <= MAX_DIGITS && isIssued(digits) && passesLuhn(digits);
	}

	private static boolean isIssued(String digits) {
		int length = digits.length();
		int first4 = (length >= 4) ? Integer.parseInt(digits.substring(0, 4)) : 0;
		int first2 = first4 / 100;
		int first3 = first4 / 10;
		if (first4 / 1000 == 4) {
			return length == 13 || length == 16 || length == 19;
		}
		if (first2 == 34 || first2 == 37) {
			return length == 15;
		}
		if ((first3 >= 300 && first3 <= 305) || first2 == 36 || first2 == 38 || first2 == 39) {
			return length == 14 || length == 16;
		}
		if ((first2 >= 51 && first2 <= 55) || (first4 >= 2221 && first4 <= 2720)) {
			return length == 16;
		}
		boolean others = first4 == 6011 || first2 == 62 || first2 == 64 || first2 == 65
				|| (first4 >= 3528 && first4 <= 3589) || first2 == 50 || (first2 >= 56 && first2 <= 58) || first2 == 60
				|| first2 == 63 || first2 == 67;
		return others && length >= 16;
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
