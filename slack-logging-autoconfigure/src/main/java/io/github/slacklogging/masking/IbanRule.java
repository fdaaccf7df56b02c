package io.github.slacklogging.masking;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * International bank account numbers: a country of the registry, its length, and right
 * check digits; in one run or in groups of four. In lower case only behind the word. What
 * looks like one and has wrong check digits is a part number.
 */
final class IbanRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("iban", LeakSeverity.HIGH,
			"International bank account numbers: country, length and check digits.");

	/** What is left of a number that was cut is masked from here on. */
	private static final int MIN_CUT = 8;

	private static final int GROUP = 4;

	/** A blank may be encoded in a URL. */
	private static final String[] JOINTS = { " ", "-", "+", "%20", "\u00a0" };

	private static final TellingWords WORDS = new TellingWords(2, "iban", "ibans");

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals(IbanNumber.countries()
			.stream()
			.map((code) -> code.toLowerCase(Locale.ROOT) + "00")
			.toArray(String[]::new));
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int start = 0;
		while (start + GROUP < text.length()) {
			int end = numberEnd(text, start);
			if (end > start) {
				found.accept(Span.stars(start, end));
			}
			start = Math.max(start + 1, end);
		}
	}

	/** End of the number that begins here, or the start when there is none. */
	private static int numberEnd(String text, int start) {
		if (!begins(text, start) || !Edges.beginsAt(text, start)) {
			return start;
		}
		int length = IbanNumber.length(text.substring(start, start + 2));
		StringBuilder number = new StringBuilder(length);
		int end = read(text, start, length, number);
		boolean cut = end == text.length() || Edges.isCutAt(text, end);
		boolean whole = number.length() == length && length > 0 && (Edges.endsAt(text, end) || WORDS.tell(text, start));
		if (whole ? !IbanNumber.isValid(number.toString()) : !cut || number.length() < MIN_CUT) {
			return start;
		}
		boolean sure = isUpperCase(number) && (whole || end < text.length());
		return (sure || WORDS.tell(text, start)) ? end : start;
	}

	private static boolean begins(String text, int start) {
		return Literals.isDigit(text.charAt(start + 2)) && Literals.isDigit(text.charAt(start + 3))
				&& isAsciiLetter(text.charAt(start)) && isAsciiLetter(text.charAt(start + 1));
	}

	/** Reads one run, or groups of four that are joined in one way. */
	private static int read(String text, int start, int length, StringBuilder number) {
		String joint = jointAt(text, start + GROUP);
		int at = start;
		while (number.length() < length && Literals.isLetterOrDigit(text, at)) {
			number.append(text.charAt(at++));
			boolean more = number.length() % GROUP == 0 && number.length() < length;
			if (more && !joint.isEmpty() && text.startsWith(joint, at)
					&& Literals.isLetterOrDigit(text, at + joint.length())) {
				at += joint.length();
			}
			else if (more && !joint.isEmpty()) {
				return at;
			}
		}
		return at;
	}

	private static String jointAt(String text, int index) {
		for (String joint : JOINTS) {
			if (text.startsWith(joint, index)) {
				return joint;
			}
		}
		return "";
	}

	private static boolean isUpperCase(CharSequence number) {
		return number.chars().noneMatch((c) -> c >= 'a' && c <= 'z');
	}

	private static boolean isAsciiLetter(char c) {
		return Literals.isLetterOrDigit(c) && !Literals.isDigit(c);
	}

}
