package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * Payment card numbers: a known issuer's prefix and length, and Luhn's check digit.
 * Written in one run or in the groups that cards use. Lengths that are rare for cards and
 * common for other numbers only count in groups or behind a word that says so. UUIDs,
 * time stamps, decimals and most order numbers are none.
 */
final class CardRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("card", LeakSeverity.HIGH,
			"Payment card numbers: issuer's prefix, length and Luhn's check digit.");

	private static final String REPLACEMENT = "****-****-****-****";

	/** What a magnetic stripe has before the number: ISO/IEC 7813. */
	private static final String TRACK = "%B";

	private static final int MIN_DIGITS = 13;

	/** What is left of a number that was cut is masked from here on. */
	private static final int MIN_CUT = 8;

	/** How cards are printed: Visa and others, 19 digits, American Express, Diners. */
	private static final int[][] GROUPINGS = { { 4, 4, 4, 4, 3 }, { 4, 4, 4, 4 }, { 4, 6, 5 }, { 4, 6, 4 }, { 6, 13 } };

	/** A blank may be encoded in a URL. */
	private static final String[] JOINTS = { " ", "-", ".", "+", "%20", "\u00a0" };

	private static final TellingWords WORDS = new TellingWords(2, "card", "cards", "pan", "visa", "mastercard",
			"maestro", "amex", "unionpay", "discover", "jcb", "diners", "creditcard", "cardnumber", "cardno",
			"ccnumber", "ccnum", "cc", "kreditkarte", "kartennummer", "karte");

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals("00000000", "0000 0", "0000-0", "0000.0", "0000+0", "0000%000");
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int at = 0;
		while (at < text.length()) {
			if (!Literals.isDigit(text.charAt(at))) {
				at++;
				continue;
			}
			int start = Edges.isPercentEncoded(text, at - 1) ? at + 2 : at;
			int runEnd = endOfRun(text, start);
			int end = (start < runEnd) ? cardEnd(text, start, runEnd) : start;
			if (end > start) {
				found.accept(new Span(start, end, REPLACEMENT));
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
		if (isFraction(text, start)
				|| !(Edges.beginsAt(text, start) || text.startsWith(TRACK, start - TRACK.length()))) {
			return start;
		}
		if (runEnd - start >= MIN_DIGITS) {
			boolean card = isCard(text, start, runEnd, false) || cutCardEnd(text, start, runEnd) > start;
			return card ? runEnd : start;
		}
		String joint = jointAt(text, runEnd);
		if (!joint.isEmpty() && !isJoinedToDigits(text, start - 1, start - 2, joint)) {
			int end = groupedCardEnd(text, start, runEnd, joint);
			if (end > start) {
				return end;
			}
		}
		return cutCardEnd(text, start, runEnd);
	}

	private static int groupedCardEnd(String text, int start, int runEnd, String joint) {
		for (int[] grouping : GROUPINGS) {
			int end = (runEnd - start == grouping[0]) ? endOfGroups(text, runEnd, grouping, joint) : start;
			if (end > start && isCard(text, start, end, true) && !isJoinedToDigits(text, end, end + 1, joint)) {
				return end;
			}
		}
		return start;
	}

	private static String jointAt(String text, int index) {
		for (String joint : JOINTS) {
			if (text.startsWith(joint, index)) {
				return joint;
			}
		}
		return "";
	}

	// Blanks join words, not only groups: "4111 1111 1111 1111 12/27".
	private static boolean isJoinedToDigits(String text, int joint, int beyond, String character) {
		return character.equals("-") && joint >= 0 && joint < text.length() && text.charAt(joint) == '-'
				&& Literals.isDigit(text, beyond);
	}

	/** End of the groups behind the first one, -1 where they are others. */
	private static int endOfGroups(String text, int firstEnd, int[] grouping, String joint) {
		int at = firstEnd;
		for (int i = 1; i < grouping.length; i++) {
			int next = at + joint.length();
			at = next + grouping[i];
			if (!text.startsWith(joint, next - joint.length()) || !isRun(text, next, at)) {
				return -1;
			}
		}
		return at;
	}

	private static boolean isRun(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (!Literals.isDigit(text, i)) {
				return false;
			}
		}
		return !Literals.isDigit(text, end);
	}

	/** What a text that was cut at its end has left of a card number. */
	private static int cutCardEnd(String text, int start, int runEnd) {
		if (runEnd - start < 4 || text.length() - runEnd > 2 * CardNumber.MAX_DIGITS) {
			return start;
		}
		String joint = jointAt(text, runEnd);
		int end = runEnd;
		while (!joint.isEmpty() && text.startsWith(joint, end) && Literals.isDigit(text, end + joint.length())) {
			end = endOfRun(text, end + joint.length());
		}
		boolean edge = end == text.length() || Edges.isCutAt(text, end);
		if (!edge) {
			return start;
		}
		String digits = digits(text, start, end);
		boolean begins = digits.length() >= MIN_CUT && digits.length() < 16
				&& (CardNumber.isIssued(digits, 16) || CardNumber.isIssued(digits, 15));
		return (begins && (end < text.length() || WORDS.tell(text, start))) ? end : start;
	}

	// 0.4539578763621486 is a double, not a card.
	private static boolean isFraction(String text, int start) {
		return start >= 2 && text.charAt(start - 1) == '.' && Literals.isDigit(text.charAt(start - 2));
	}

	private static boolean isCard(String text, int start, int end, boolean grouped) {
		boolean fraction = text.startsWith(".", end) && Literals.isDigit(text, end + 1);
		if (fraction || !Edges.endsAt(text, end) || end - start > 2 * CardNumber.MAX_DIGITS) {
			return false;
		}
		String digits = digits(text, start, end);
		return CardNumber.isValid(digits, true)
				&& (grouped || CardNumber.isValid(digits, false) || WORDS.tell(text, start));
	}

	private static String digits(String text, int start, int end) {
		StringBuilder digits = new StringBuilder(CardNumber.MAX_DIGITS);
		for (int i = start; i < end; i++) {
			if (text.charAt(i) == '%') {
				i += 2;
			}
			else if (Literals.isDigit(text.charAt(i))) {
				digits.append(text.charAt(i));
			}
		}
		return digits.toString();
	}

}
