package io.github.slacklogging.masking;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * A kind of token that tells itself in its middle.
 *
 * @param mark as it is written, case matters
 * @param before characters before the mark
 * @param minBefore how many there are at least
 * @param maxBefore how many there are at most, few: they are walked at each mark
 * @param after characters behind the mark
 * @param minAfter how many there are at least; at the end of a text half as many do
 * @param maxAfter how many there are at most
 */
record InfixShape(String mark, Alphabet before, int minBefore, int maxBefore, Alphabet after, int minAfter,
		int maxAfter) {

	/** What stands in the text, a digit before it where only digits do. */
	String trigger() {
		String lower = this.mark.toLowerCase(Locale.ROOT).replaceAll("[0-9]", "0");
		return (this.before == Alphabet.DIGITS) ? "0" + lower : lower;
	}

	void find(String text, Runs runs, Consumer<Span> found) {
		int at = text.indexOf(this.mark);
		while (at >= 0) {
			int end = end(text, runs, at + this.mark.length());
			int start = (end >= 0) ? start(text, at) : at;
			if (start < at) {
				found.accept(Span.stars(start, end));
			}
			at = text.indexOf(this.mark, (start < at) ? end : at + 1);
		}
	}

	/** Behind the token, -1 where this is none. */
	private int end(String text, Runs runs, int from) {
		int end = runs.end(this.after, from);
		int length = end - from;
		boolean enough = length >= this.minAfter || (end == text.length() && length >= this.minAfter / 2);
		if (!enough || length > this.maxAfter || !Edges.endsAt(text, end)) {
			return -1;
		}
		while (end > from && text.charAt(end - 1) == '.') {
			end--;
		}
		return end;
	}

	/** Where the token begins, {@code mark} where this is none. */
	private int start(String text, int mark) {
		int start = mark;
		while (start > 0 && mark - start < this.maxBefore && this.before.contains(text.charAt(start - 1))) {
			start--;
		}
		boolean goesOn = start > 0 && this.before.contains(text.charAt(start - 1)) && !Edges.beginsAt(text, start);
		return (mark - start >= this.minBefore && !goesOn) ? start : mark;
	}

}
