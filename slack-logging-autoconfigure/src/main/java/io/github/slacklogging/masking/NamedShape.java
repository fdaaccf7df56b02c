package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * A kind of value that the name before it tells: {@code AccountKey=…},
 * {@code "private_key_id": "…"}, {@code <AccountKey>…}.
 *
 * @param name in lower case; matches in any case
 * @param alphabet of the value
 * @param min how many characters the value has at least; at the end of a text, which may
 * have been cut there, a third of them do
 */
record NamedShape(String name, Alphabet alphabet, int min) {

	private static final int MAX_BLANKS = 3;

	private static final int MAX_QUOTES = 8;

	/**
	 * Reports the value whose name begins at an index.
	 * @return where to go on; the index itself where no such name begins
	 */
	int pass(String text, int at, Consumer<Span> found) {
		int second = at + 1;
		boolean named = second < text.length() && Character.toLowerCase(text.charAt(second)) == this.name.charAt(1)
				&& text.regionMatches(true, at, this.name, 0, this.name.length()) && isStart(text, at);
		return named ? value(text, at + this.name.length(), found) : at;
	}

	// The hump of a camel begins a word too.
	private static boolean isStart(String text, int at) {
		boolean hump = at > 0 && Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
		return hump || Edges.beginsAt(text, at);
	}

	private int value(String text, int nameEnd, Consumer<Span> found) {
		int separator = Literals.skipBlanks(text, skipQuotes(text, nameEnd), MAX_BLANKS);
		int width = separatorWidth(text, separator);
		if (width == 0) {
			return nameEnd;
		}
		int start = skipQuotes(text, Literals.skipBlanks(text, separator + width, MAX_BLANKS));
		int end = start;
		while (end < text.length() && this.alphabet.contains(text.charAt(end))) {
			end++;
		}
		while (end > start && text.charAt(end - 1) == '.') {
			end--;
		}
		boolean cut = end == text.length() && end - start >= this.min / 3 && end > start;
		if (cut || end - start >= this.min) {
			found.accept(Span.stars(start, end));
		}
		return Math.max(start, end);
	}

	private static int separatorWidth(String text, int at) {
		if (text.regionMatches(true, at, "%3d", 0, 3)) {
			return 3;
		}
		return (at < text.length() && "=:>".indexOf(text.charAt(at)) >= 0) ? 1 : 0;
	}

	private static int skipQuotes(String text, int index) {
		int at = index;
		while (at < text.length() && at - index < MAX_QUOTES
				&& (Literals.isQuote(text.charAt(at)) || "\\[]".indexOf(text.charAt(at)) >= 0)) {
			at++;
		}
		return at;
	}

}
