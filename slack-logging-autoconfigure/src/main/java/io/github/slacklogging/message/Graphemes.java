package io.github.slacklogging.message;

/**
 * Where a text may be cut without breaking what people see as one character. A close
 * approximation of Unicode's "Text Segmentation" (UAX 29) that needs no tables of its
 * own; a surrogate pair is never broken.
 */
final class Graphemes {

	/** A longer cluster is no character but a prank, and is cut between code points. */
	private static final int MAX_CLUSTER = 32;

	private static final int ZERO_WIDTH_JOINER = 0x200D;

	private Graphemes() {
	}

	/**
	 * The last place to cut at or before an index.
	 * @param text to cut
	 * @param index wanted
	 */
	static int boundaryUpTo(String text, int index) {
		for (int at = index; at > 0 && index - at <= MAX_CLUSTER; at--) {
			if (isBoundary(text, at)) {
				return at;
			}
		}
		return (index > 0 && splitsPair(text, index)) ? index - 1 : index;
	}

	private static boolean isBoundary(String text, int at) {
		if (at >= text.length()) {
			return true;
		}
		if (splitsPair(text, at)) {
			return false;
		}
		int before = text.codePointBefore(at);
		int after = text.codePointAt(at);
		if (before == ZERO_WIDTH_JOINER || extendsCluster(after)) {
			return false;
		}
		return !(isRegionalIndicator(after) && indicatorsBefore(text, at) % 2 == 1);
	}

	private static boolean splitsPair(String text, int at) {
		return at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
	}

	private static boolean extendsCluster(int codePoint) {
		boolean skinTone = codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
		return skinTone || codePoint == ZERO_WIDTH_JOINER || switch (Character.getType(codePoint)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
			default -> false;
		};
	}

	// Two of them make a flag.
	private static int indicatorsBefore(String text, int at) {
		int count = 0;
		int index = at;
		while (index > 0 && count <= MAX_CLUSTER && isRegionalIndicator(text.codePointBefore(index))) {
			index -= 2;
			count++;
		}
		return count;
	}

	private static boolean isRegionalIndicator(int codePoint) {
		return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
	}

}
