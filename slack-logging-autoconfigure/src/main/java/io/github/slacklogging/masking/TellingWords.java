package io.github.slacklogging.masking;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that tell what the number behind them is: {@code ssn: 123…},
 * {@code "socialSecurityNumber":"123…"}, {@code <phone type="home">123…}. Between them
 * may stand marks and very few other words. Looks back a few characters only. Immutable.
 */
final class TellingWords {

	private static final int MAX_GAP = 28;

	private static final String BREAKS = ",;})]\n\r";

	/** What is behind these is something else about the thing. */
	private static final Set<String> OTHERWISE = Set.of("id", "ids", "uuid", "count", "length", "size", "version",
			"hash", "status", "code");

	private final List<String> words;

	private final int maxWordsBetween;

	/**
	 * Telling words.
	 * @param maxWordsBetween how many others may stand between
	 * @param words in lower case, without digits
	 */
	TellingWords(int maxWordsBetween, String... words) {
		this.words = List.of(words);
		this.maxWordsBetween = maxWordsBetween;
	}

	/** To be triggers of a rule: in the text stands one of them. */
	String[] literals() {
		return this.words.toArray(String[]::new);
	}

	/**
	 * Whether one of them stands before.
	 * @param text to look into
	 * @param index where the number begins
	 */
	boolean tell(String text, int index) {
		int earliest = Math.max(0, index - MAX_GAP);
		int between = 0;
		int at = index;
		while (at > earliest) {
			int end = at;
			while (at > earliest && Character.isLetter(text.charAt(at - 1)) && !isHump(text, at, end)) {
				at--;
			}
			if (at < end) {
				if (isTelling(text, end)) {
					return true;
				}
				boolean escape = at > 0 && end - at == 1 && text.charAt(at - 1) == '\\';
				between += escape ? 0 : 1;
				if (between > this.maxWordsBetween || isOtherwise(text, at, end)) {
					return false;
				}
			}
			else if (isBreak(text, --at)) {
				return false;
			}
		}
		return false;
	}

	/** Where a new word begins in the middle of one: the N of {@code phoneNumber}. */
	private static boolean isHump(String text, int at, int end) {
		return at < end && Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
	}

	private static boolean isBreak(String text, int index) {
		char c = text.charAt(index);
		// The 1 of "phone1" belongs to the name.
		boolean digit = Character.isDigit(c) && (index == 0 || !Character.isLetter(text.charAt(index - 1)));
		return digit || BREAKS.indexOf(c) >= 0;
	}

	private boolean isTelling(String text, int end) {
		char last = Character.toLowerCase(text.charAt(end - 1));
		for (String word : this.words) {
			int start = end - word.length();
			if (word.charAt(word.length() - 1) == last && start >= 0
					&& text.regionMatches(true, start, word, 0, word.length()) && begins(text, start)) {
				return true;
			}
		}
		return false;
	}

	private static boolean begins(String text, int start) {
		return Edges.beginsAt(text, start) || isHump(text, start, start + 1);
	}

	private static boolean isOtherwise(String text, int start, int end) {
		return end - start <= 7 && OTHERWISE.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
	}

}
