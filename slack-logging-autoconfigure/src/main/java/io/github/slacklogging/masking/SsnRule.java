package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * US social security numbers: {@code ddd-dd-dddd} wherever it stands alone; with blanks,
 * dots or in one run only behind a word that says so. Numbers that are never given stay
 * (area 000, 666, 900 and up, group 00, serial 0000: secure.ssa.gov, POMS RM 10201.035),
 * and the two that were withdrawn because they had been printed
 * (ssa.gov/history/ssn/misused).
 */
final class SsnRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("ssn", LeakSeverity.HIGH,
			"US social security numbers that can have been given.");

	private static final String REPLACEMENT = "***-**-****";

	private static final int LENGTH = REPLACEMENT.length();

	private static final int DIGITS = 9;

	private static final String JOINTS = "- .";

	/** What is left of a number that was cut is masked from here on. */
	private static final int MIN_CUT = 6;

	private static final TellingWords WORDS = new TellingWords(2, "ssn", "ssns", "social security", "social-security",
			"social_security", "socialsecurity", "taxpayer id", "sozialversicherungsnummer");

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals("000-00-0000", "ssn", "social", "taxpayer", "sozialvers");
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int at = 0;
		while (at < text.length()) {
			if (!Literals.isDigit(text.charAt(at))) {
				at++;
				continue;
			}
			int start = Edges.isPercentEncoded(text, at - 1) ? Math.min(at + 2, text.length()) : at;
			int end = number(text, start, found);
			at = Math.max(end, endOfRun(text, at));
		}
	}

	private static int endOfRun(String text, int start) {
		int end = start;
		while (Literals.isDigit(text, end)) {
			end++;
		}
		return end;
	}

	private static int number(String text, int start, Consumer<Span> found) {
		int run = Math.min(endOfRun(text, start), start + DIGITS + 1) - start;
		if ((run != 3 && run != DIGITS) || !Edges.beginsAt(text, start)) {
			return start;
		}
		char joint = (run == 3 && start + 3 < text.length()) ? text.charAt(start + 3) : 0;
		int end = (run == DIGITS) ? start + DIGITS : endOfGroups(text, start, joint);
		boolean whole = end - start == ((run == DIGITS) ? DIGITS : LENGTH) && Edges.endsAt(text, end);
		boolean alone = whole && joint == '-' && !Edges.isJoinedBefore(text, start) && !Edges.isJoinedBehind(text, end);
		boolean cut = !whole && end - start >= MIN_CUT && (end == text.length() || Edges.isCutAt(text, end));
		boolean meant = alone || ((whole || cut) && WORDS.tell(text, start));
		if (meant && (cut || isGiven(text, start, (run == DIGITS) ? 0 : 1))) {
			found.accept(new Span(start, end, REPLACEMENT));
			return end;
		}
		return start;
	}

	/** End of {@code ddd-dd-dddd}, or of what the end of the text has left of it. */
	private static int endOfGroups(String text, int start, char joint) {
		int second = start + 4;
		if (JOINTS.indexOf(joint) < 0 || endOfRun(text, second) != second + 2) {
			return start;
		}
		int third = second + 3;
		boolean joined = third <= text.length() && text.charAt(third - 1) == joint;
		int end = joined ? endOfRun(text, third) : second + 2;
		boolean whole = end == third + 4;
		boolean cut = end < third + 4 && (end == text.length() || Edges.isCutAt(text, end));
		return (whole || cut) ? end : start;
	}

	private static boolean isGiven(String text, int start, int joint) {
		String area = text.substring(start, start + 3);
		int group = start + 3 + joint;
		int serial = group + 2 + joint;
		boolean never = area.equals("000") || area.equals("666") || area.charAt(0) == '9'
				|| text.startsWith("00", group) || text.startsWith("0000", serial);
		return !never && !isWithdrawn(area + text.substring(group, group + 2) + text.substring(serial, serial + 4));
	}

	private static boolean isWithdrawn(String digits) {
		return digits.equals("078051120") || digits.equals("219099999");
	}

}
