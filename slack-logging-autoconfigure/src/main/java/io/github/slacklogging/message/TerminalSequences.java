package io.github.slacklogging.message;

/**
 * Escape sequences that colour or steer a terminal, as ECMA-48 defines them. One that
 * does not end is none: it must not swallow the text behind it.
 */
final class TerminalSequences {

	private static final char ESCAPE = '\u001B';

	private static final char CONTROL_SEQUENCE = '\u009B';

	private static final char BELL = '\u0007';

	/** Longer than any that is meant. */
	private static final int MAX_STRING = 2_048;

	private TerminalSequences() {
	}

	/**
	 * How long the sequence is that begins here.
	 * @param text to look into
	 * @param at where it may begin
	 * @return 0 when none begins here
	 */
	static int lengthAt(String text, int at) {
		char c = text.charAt(at);
		if (c == CONTROL_SEQUENCE) {
			return ending(text, at, at + 1, '@');
		}
		if (c != ESCAPE || at + 1 == text.length()) {
			return 0;
		}
		return switch (text.charAt(at + 1)) {
			case '[' -> ending(text, at, at + 2, '@');
			case ']', 'P', 'X', '^', '_' -> string(text, at);
			default -> ending(text, at, at + 1, '0');
		};
	}

	/** Parameters and intermediates from 0x20 on, then one final character. */
	private static int ending(String text, int start, int from, char finalFrom) {
		int at = from;
		int end = Math.min(text.length(), from + MAX_STRING);
		while (at < end && text.charAt(at) >= ' ' && text.charAt(at) < finalFrom) {
			at++;
		}
		boolean ends = at < end && text.charAt(at) >= finalFrom && text.charAt(at) < '\u007F';
		return ends ? at + 1 - start : 0;
	}

	/** A string up to a bell or to ESC and a backslash: titles and links. */
	private static int string(String text, int start) {
		int end = Math.min(text.length(), start + MAX_STRING);
		for (int at = start + 2; at < end; at++) {
			if (text.charAt(at) == BELL) {
				return at + 1 - start;
			}
			if (text.charAt(at) == ESCAPE) {
				return (at + 1 < end && text.charAt(at + 1) == '\\') ? at + 2 - start : 0;
			}
		}
		return 0;
	}

}
