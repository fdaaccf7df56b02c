package io.github.slacklogging.masking;

/** Whether a place lies before the at sign of a URL, where no e-mail address can be. */
final class UserInformation {

	private static final int MAX_BEFORE = 256;

	private static final String ORACLE = "jdbc:oracle:";

	private UserInformation() {
	}

	/**
	 * Looks back to the beginning of the word.
	 * @param text to look into
	 * @param index of a character before the at sign
	 */
	static boolean holds(String text, int index) {
		int earliest = Math.max(0, index - MAX_BEFORE);
		for (int at = index; at > earliest; at--) {
			char c = text.charAt(at - 1);
			if (Character.isWhitespace(c) || "\"'`<>?#".indexOf(c) >= 0) {
				return text.regionMatches(true, at, ORACLE, 0, ORACLE.length());
			}
			if (c == '/' && at > 1) {
				return text.charAt(at - 2) == '/' || text.startsWith("\\/\\", Math.max(0, at - 4))
						|| text.regionMatches(true, start(text, at), ORACLE, 0, ORACLE.length());
			}
			if (c == '2' && text.regionMatches(true, at - 2, "%2f", 0, 3)) {
				return at > 4 && text.regionMatches(true, at - 5, "%2f", 0, 3);
			}
		}
		return text.regionMatches(true, earliest, ORACLE, 0, ORACLE.length());
	}

	private static int start(String text, int index) {
		int start = index;
		while (start > 0 && index - start < MAX_BEFORE && !Character.isWhitespace(text.charAt(start - 1))
				&& "\"'`<>=".indexOf(text.charAt(start - 1)) < 0) {
			start--;
		}
		return start;
	}

}
