package io.github.slacklogging.masking;

/**
 * Quotes as word processors and people set them: “x”, „x“, «x», ‹x›, ‘x’, 「x」, 『x』.
 */
final class TypographicQuotes {

	private static final String OPENING = "“„‘‚«»‹›「『";

	/** What may close a quote, at the same place as what opens it. */
	private static final String[] CLOSING = { "”“", "“”", "’", "‘’", "»", "«", "›", "‹", "」", "』" };

	/** A quote that is not closed by then is none. */
	private static final int MAX_LENGTH = 256;

	private TypographicQuotes() {
	}

	/** Whether such a quote opens or closes here. */
	static boolean isQuote(char c) {
		return c >= '\u00ab' && (OPENING.indexOf(c) >= 0 || "”’」』".indexOf(c) >= 0);
	}

	/**
	 * Where a quoted value ends.
	 * @param text to look into
	 * @param open where the quote may open
	 * @return the closing one on the same line; -1 when none opens, or it is not closed
	 */
	static int end(String text, int open) {
		int kind = (open < text.length() && text.charAt(open) >= '\u00ab') ? OPENING.indexOf(text.charAt(open)) : -1;
		int latest = (kind < 0) ? open : Math.min(text.length(), open + MAX_LENGTH);
		for (int at = open + 1; at < latest && !Literals.isLineBreak(text.charAt(at)); at++) {
			if (CLOSING[kind].indexOf(text.charAt(at)) >= 0) {
				return at;
			}
		}
		return -1;
	}

}
