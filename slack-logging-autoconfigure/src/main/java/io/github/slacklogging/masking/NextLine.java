package io.github.slacklogging.masking;

/**
 * Values that begin or go on behind the end of the line: {@code token:} with the value
 * below it, blocks of YAML, lines that end with a backslash.
 */
final class NextLine {

	private static final int MAX_INDENT = 64;

	/** Signs of YAML that a block follows, and of a list. */
	private static final String BLOCK = "|>+-";

	private static final int MAX_KEY = 64;

	private NextLine() {
	}

	/**
	 * Where a value begins that is not on this line.
	 * @param text to look into
	 * @param index behind the separator and blanks
	 * @return its first character; the index itself when the value is on this line, or
	 * the next line is something else
	 */
	static int valueAt(String text, int index) {
		int at = index;
		while (at < text.length() && at - index < 3 && BLOCK.indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		if (at >= text.length() || !Literals.isLineBreak(text.charAt(at))) {
			return index;
		}
		int start = skipTo(text, at);
		if (text.startsWith("- ", start)) {
			start += 2;
		}
		return (start >= text.length() || isSomethingElse(text, start)) ? index : start;
	}

	/**
	 * Whether the value is a block of YAML, of several lines.
	 * @param text to look into
	 * @param index behind the separator and blanks
	 * @param start of the value
	 */
	static boolean isInBlock(String text, int index, int start) {
		return start > index && "|>".indexOf(text.charAt(index)) >= 0;
	}

	/**
	 * Where a block ends.
	 * @param text to look into
	 * @param start of its first line, behind the blanks
	 * @return the end of its last line: the next one is empty or further to the left
	 */
	static int blockEnd(String text, int start) {
		int lineStart = start;
		while (lineStart > 0 && !Literals.isLineBreak(text.charAt(lineStart - 1))) {
			lineStart--;
		}
		int indent = start - lineStart;
		int end = lineEnd(text, start);
		while (indent > 0 && end < text.length()) {
			int next = skipTo(text, end);
			boolean same = next < text.length() && next - indent > end && !Literals.isLineBreak(text.charAt(next))
					&& text.regionMatches(next - indent, text, lineStart, indent) && !text.startsWith("at ", next);
			if (!same) {
				return end;
			}
			end = lineEnd(text, next);
		}
		return end;
	}

	private static int lineEnd(String text, int start) {
		int end = start;
		while (end < text.length() && !Literals.isLineBreak(text.charAt(end))) {
			end++;
		}
		return end;
	}

	/** Whether a backslash here says that the line goes on. */
	static boolean continues(String text, int backslash) {
		return backslash + 1 < text.length() && Literals.isLineBreak(text.charAt(backslash + 1));
	}

	/**
	 * Passes one line break and the blanks behind it.
	 * @param text to look into
	 * @param index of the line break
	 */
	static int skipTo(String text, int index) {
		int at = index;
		if (text.startsWith("\r\n", at)) {
			at++;
		}
		return Literals.skipBlanks(text, at + 1, MAX_INDENT);
	}

	// A stack frame, a cause, an empty line, the next key.
	private static boolean isSomethingElse(String text, int start) {
		if (Literals.isLineBreak(text.charAt(start)) || text.startsWith("at ", start) || text.startsWith("...", start)
				|| text.startsWith("Caused by", start) || text.startsWith("//", start)) {
			return true;
		}
		int end = start;
		while (end < text.length() && end - start < MAX_KEY && Literals.isKeyCharacter(text.charAt(end))) {
			end++;
		}
		return end > start && Separator.valueAfter(text, end) >= 0;
	}

}
