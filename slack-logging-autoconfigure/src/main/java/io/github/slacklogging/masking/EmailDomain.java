package io.github.slacklogging.masking;

import java.util.Locale;
import java.util.Set;

/** What stands behind the at sign of an e-mail address. */
final class EmailDomain {

	/** Longer than RFC 5321 allows: 255. */
	private static final int MAX_LENGTH = 256;

	/**
	 * Ends of names of files and units that are no top-level domains (iana.org, Root Zone
	 * Database).
	 */
	private static final Set<String> NO_TOP_LEVEL = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico",
			"pdf", "css", "scss", "js", "mjs", "jsx", "ts", "tsx", "json", "html", "htm", "xml", "yml", "yaml", "txt",
			"log", "csv", "tar", "gz", "tgz", "jar", "war", "class", "java", "tmp", "bak", "whl", "exe", "service",
			"socket", "timer", "slice");

	private EmailDomain() {
	}

	/**
	 * End of the longest domain that has a dot and ends with a word, or of what a cut at
	 * the end of the text has left of it.
	 * @param text to look into
	 * @param start behind the at sign
	 * @return {@code start} when there is none
	 */
	static int end(String text, int start) {
		int latest = Math.min(text.length(), start + MAX_LENGTH);
		int end = start;
		int at = start;
		int next = endOfLabel(text, at, latest);
		while (next > at) {
			int word = endOfWord(text, at, next);
			end = (at > start && isTopLevel(text, at, word)) ? word : end;
			boolean goesOn = word == next && next < latest && text.charAt(next) == '.';
			at = goesOn ? next + 1 : next;
			next = goesOn ? endOfLabel(text, at, latest) : at;
		}
		if (end > start) {
			return isVersion(text, start) ? start : end;
		}
		return (at > start && Edges.isCutAt(text, at) && Character.isLetter(text.charAt(start))) ? at : start;
	}

	private static int endOfLabel(String text, int start, int latest) {
		int at = start;
		while (at < latest && isDomain(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static boolean isDomain(char c) {
		return Character.isLetterOrDigit(c) || c == '-' || Character.getType(c) == Character.NON_SPACING_MARK
				|| Character.getType(c) == Character.COMBINING_SPACING_MARK;
	}

	/** Where prose goes on without a blank: "jane@example.jpが見つかりません". */
	private static int endOfWord(String text, int start, int end) {
		boolean eastAsian = Edges.isEastAsian(text.charAt(start));
		int at = start;
		while (at < end && Edges.isEastAsian(text.charAt(at)) == eastAsian) {
			at++;
		}
		return at;
	}

	private static boolean isTopLevel(String text, int start, int end) {
		if (text.regionMatches(true, start, "xn--", 0, 4)) {
			return end > start + 4;
		}
		int small = 0;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (!isDomain(c) || Literals.isDigit(c) || c == '-') {
				return false;
			}
			small += Character.isUpperCase(c) ? 0 : 1;
		}
		int length = end - start;
		// "1f2e3d4c.toString" is Java.
		boolean name = small == 0 || small == length || (small == length - 1 && !isSmall(text, start));
		return length >= 2 && length <= 24 && name
				&& !NO_TOP_LEVEL.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
	}

	private static boolean isSmall(String text, int index) {
		return !Character.isUpperCase(text.charAt(index));
	}

	/** {@code 18.2.0-rc.one}, {@code v4.x.beta}: two parts that begin with digits. */
	private static boolean isVersion(String text, int start) {
		int at = (text.charAt(start) == 'v') ? start + 1 : start;
		int first = at;
		while (Literals.isDigit(text, at)) {
			at++;
		}
		return at > first && at < text.length() && text.charAt(at) == '.' && Literals.isDigit(text, at + 1);
	}

}
