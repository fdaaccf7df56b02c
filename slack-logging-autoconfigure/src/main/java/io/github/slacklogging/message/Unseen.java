package io.github.slacklogging.message;

/**
 * Knows characters of which nothing is seen, so that they could hide words from people
 * and show them to machines. Most are Unicode's format characters; the others come from
 * its property {@code Default_Ignorable_Code_Point} (DerivedCoreProperties.txt), which
 * the JDK does not offer.
 */
final class Unseen {

	private Unseen() {
	}

	/**
	 * Whether a character is to be left out. What joins letters and emoji, or selects a
	 * variant of them, stays where there is something to join: scripts and emoji need it.
	 * @param codePoint to look at
	 * @param before what stands before it
	 */
	static boolean is(int codePoint, CharSequence before) {
		if (!joins(codePoint) && !selects(codePoint)) {
			return hides(codePoint);
		}
		if (before.isEmpty()) {
			return true;
		}
		int last = Character.codePointBefore(before, before.length());
		return Character.isWhitespace(last) || joins(last) || (selects(last) && selects(codePoint));
	}

	private static boolean hides(int codePoint) {
		return Character.getType(codePoint) == Character.FORMAT || switch (codePoint) {
			case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0 -> true;
			default -> (codePoint >= 0xFFF0 && codePoint <= 0xFFF8) || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
		};
	}

	private static boolean joins(int codePoint) {
		return codePoint == 0x200C || codePoint == 0x200D;
	}

	private static boolean selects(int codePoint) {
		return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0x180B && codePoint <= 0x180D)
				|| codePoint == 0x180F || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
	}

}
