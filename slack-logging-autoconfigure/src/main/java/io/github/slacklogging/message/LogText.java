package io.github.slacklogging.message;

/**
 * Makes log text fit to be looked at: terminal sequences, invisible characters and
 * characters that turn the writing direction go, other control characters become visible,
 * half surrogate pairs become U+FFFD.
 */
final class LogText {

	private static final char REPLACEMENT = '\uFFFD';

	/** Room beyond what is wanted, so that a cut is seen as one. */
	private static final int MARGIN = 64;

	private final String raw;

	private final boolean lines;

	private final int enough;

	private final StringBuilder clean;

	private LogText(String raw, boolean lines, int max) {
		this.raw = raw;
		this.lines = lines;
		this.enough = max + MARGIN;
		this.clean = new StringBuilder(Math.min(raw.length(), this.enough) + 8);
	}

	/**
	 * On one line, runs of white space as one blank.
	 * @param raw as it was logged
	 * @param max how much is wanted; more is only kept where there is more
	 */
	static String line(String raw, int max) {
		return new LogText(raw, false, max).cleaned().strip();
	}

	/**
	 * With its line breaks, as {@code \n}.
	 * @param raw as it was logged
	 * @param max how much is wanted; more is only kept where there is more
	 */
	static String lines(String raw, int max) {
		return new LogText(raw, true, max).cleaned().strip();
	}

	private String cleaned() {
		int at = 0;
		while (at < this.raw.length() && this.clean.length() < this.enough) {
			int codePoint = this.raw.codePointAt(at);
			int sequence = TerminalSequences.lengthAt(this.raw, at);
			if (sequence == 0) {
				add(codePoint, at);
			}
			at += (sequence > 0) ? sequence : Character.charCount(codePoint);
		}
		return this.clean.toString();
	}

	private void add(int codePoint, int at) {
		if (isLineBreak(codePoint)) {
			boolean secondOfPair = codePoint == '\n' && at > 0 && this.raw.charAt(at - 1) == '\r';
			if (!secondOfPair) {
				space('\n');
			}
		}
		else if (codePoint == '\t' && this.lines) {
			this.clean.append("    ");
		}
		else if (codePoint == '\t' || codePoint == ' ' || codePoint == '\u00A0') {
			space(' ');
		}
		else if (codePoint < 0x20) {
			this.clean.append((char) ('\u2400' + codePoint));
		}
		else if (codePoint == 0x7F) {
			this.clean.append('\u2421');
		}
		else if (isBroken(codePoint)) {
			this.clean.append(REPLACEMENT);
		}
		else if (!Unseen.is(codePoint, this.clean)) {
			this.clean.appendCodePoint(codePoint);
		}
	}

	private void space(char kind) {
		if (this.lines) {
			this.clean.append(kind);
		}
		else if (this.clean.length() > 0 && this.clean.charAt(this.clean.length() - 1) != ' ') {
			this.clean.append(' ');
		}
	}

	private static boolean isLineBreak(int codePoint) {
		return (codePoint >= 0x0A && codePoint <= 0x0D) || codePoint == 0x85 || codePoint == 0x2028
				|| codePoint == 0x2029;
	}

	/** Half a pair, C1 control characters and what is no character at all. */
	private static boolean isBroken(int codePoint) {
		return (codePoint >= 0xD800 && codePoint <= 0xDFFF) || (codePoint >= 0x80 && codePoint < 0xA0)
				|| (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
	}

}
