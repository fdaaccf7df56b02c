package io.github.slacklogging;

/**
 * Cuts texts that are not masked yet so that no half of a secret stays at the edge, where
 * no rule could know it any more: the last word goes with the cut, and what number stands
 * before it. Quoted values and blocks of keys that are left open are known by the rules.
 *
 * <p>
 * Stateless, does not block; looks at no more than a few hundred characters before the
 * cut, and at none of a text that is short enough.
 */
public final class BoundedText {

	/** Longer words, if cut, are still long enough to be known by their beginning. */
	private static final int MAX_WORD = 512;

	/** Where a word ends that has no blank near. */
	private static final String ENDS = "\"'<>&|,;。、";

	/** The longest number written in groups, an IBAN, has 34 characters and 8 blanks. */
	private static final int MAX_NUMBER = 64;

	/** A group of letters in a number: the bank in an IBAN. */
	private static final int MAX_LETTERS = 4;

	private static final String NUMBER_MARKS = "+-()./";

	private static final char ELLIPSIS = '…';

	private BoundedText() {
	}

	/**
	 * The text, or its beginning and an ellipsis.
	 * @param text any text
	 * @param maxLength most characters, the ellipsis included, at least 1
	 * @return the same text when it is short enough
	 */
	public static String cut(String text, int maxLength) {
		return (text.length() <= maxLength) ? text : beginning(text, maxLength - 1) + ELLIPSIS;
	}

	/**
	 * The text, or its beginning. Never ends within a code point.
	 * @param text any text
	 * @param maxLength most characters
	 * @return the same text when it is short enough
	 */
	public static String beginning(String text, int maxLength) {
		if (text.length() <= maxLength) {
			return text;
		}
		return text.substring(0, withoutNumber(text, withoutWord(text, maxLength)));
	}

	private static int withoutWord(String text, int end) {
		int earliest = Math.max(0, end - MAX_WORD);
		int joint = earliest;
		for (int at = end; at > earliest; at--) {
			char before = text.charAt(at - 1);
			if (Character.isWhitespace(before)) {
				return at;
			}
			joint = (joint == earliest && ENDS.indexOf(before) >= 0) ? at : joint;
		}
		boolean between = joint > 0 && Character.isSurrogatePair(text.charAt(joint - 1), text.charAt(joint));
		return between ? joint - 1 : joint;
	}

	/** A number may have blanks between its groups. */
	private static int withoutNumber(String text, int end) {
		int earliest = Math.max(0, end - MAX_NUMBER);
		int at = end;
		int last = skipBlanksBack(text, end);
		int group = startOfGroup(text, last, earliest);
		while (group < last) {
			at = group;
			last = skipBlanksBack(text, at);
			group = startOfGroup(text, last, earliest);
		}
		boolean goesOn = at < end || (end < text.length() && isNumeric(text.charAt(end)));
		return goesOn ? withoutDigits(text, last, at, earliest) : at;
	}

	/** The first group may stand directly behind a name: "card=4111 1111". */
	private static int withoutDigits(String text, int last, int end, int earliest) {
		int at = last;
		while (at > earliest && isNumeric(text.charAt(at - 1))) {
			at--;
		}
		boolean word = at > 0 && Character.isLetter(text.charAt(at - 1));
		return (at < last && !word) ? at : end;
	}

	private static int skipBlanksBack(String text, int end) {
		int at = end;
		while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\u00a0')) {
			at--;
		}
		return at;
	}

	/** Start of the word that ends here, if it can be part of a number. */
	private static int startOfGroup(String text, int end, int earliest) {
		boolean digit = false;
		boolean small = false;
		int letters = 0;
		int at = end;
		while (at > earliest && !Character.isWhitespace(text.charAt(at - 1)) && text.charAt(at - 1) != '\u00a0') {
			char c = text.charAt(--at);
			digit |= Character.isDigit(c);
			small |= Character.isLowerCase(c);
			letters += Character.isLetter(c) ? 1 : 0;
			if (!Character.isLetter(c) && !isNumeric(c)) {
				return end;
			}
		}
		return (letters <= MAX_LETTERS && (digit || !small)) ? at : end;
	}

	private static boolean isNumeric(char c) {
		return Character.isDigit(c) || NUMBER_MARKS.indexOf(c) >= 0;
	}

}
