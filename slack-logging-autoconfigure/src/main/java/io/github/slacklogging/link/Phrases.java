package io.github.slacklogging.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;

/**
 * The words that all events of a kind have in common, as phrases of whole words: what
 * stands directly at a value may be one word with it for a store that searches for words.
 * A phrase lies within a line and has single blanks only, so that it also is a part of
 * the text for a store that searches for text.
 */
final class Phrases {

	/** More words than these find nothing else. */
	private static final int MAX_PHRASES = 3;

	private static final int MAX_LENGTH = 120;

	private static final int SHORTEST = 3;

	private static final String PLACEHOLDER = "{}";

	/** The words, and what lies between them; possessive, so linear. */
	private static final Pattern WORD = Pattern.compile("\\S++");

	/**
	 * A word of a text without placeholders that may be another one next time: with a
	 * digit, a quote or a sign that values stand behind.
	 */
	private static final Pattern VALUE = Pattern.compile("[0-9\"'`=@/\\\\<>{}\\[\\]]");

	private Phrases() {
	}

	/** The phrases, longest first; none where no word is certain. */
	static List<String> of(MaskedGroup group) {
		List<String> lines = lines(group.first(), group.latest());
		Set<String> phrases = new LinkedHashSet<>();
		for (String line : lines) {
			phrases.addAll(ofLine(line, line.contains(PLACEHOLDER)));
		}
		return phrases.stream().sorted(Comparator.comparingInt(String::length).reversed()).limit(MAX_PHRASES).toList();
	}

	/** What two events of one kind share: their template, else its beginning. */
	private static List<String> lines(MaskedEvent first, MaskedEvent latest) {
		String one = first.template();
		String other = latest.template();
		if (one.equals(other)) {
			return one.lines().toList();
		}
		int common = 0;
		while (common < one.length() && common < other.length() && one.charAt(common) == other.charAt(common)) {
			common++;
		}
		// the word in which they part belongs to neither
		int end = common;
		while (end > 0 && !Character.isWhitespace(one.charAt(end - 1))) {
			end--;
		}
		return one.substring(0, end).lines().toList();
	}

	private static List<String> ofLine(String line, boolean template) {
		List<String> phrases = new ArrayList<>();
		StringBuilder phrase = new StringBuilder();
		Matcher words = WORD.matcher(line);
		int end = -1;
		while (words.find()) {
			String word = words.group();
			boolean goesOn = end >= 0 && words.start() == end + 1 && line.charAt(end) == ' ';
			if (!goesOn || phrase.length() + word.length() >= MAX_LENGTH) {
				add(phrase, phrases);
			}
			if (isCertain(word, template)) {
				phrase.append(phrase.isEmpty() ? "" : " ").append(word);
				end = words.end();
			}
			else {
				end = -1;
			}
		}
		add(phrase, phrases);
		return phrases;
	}

	private static boolean isCertain(String word, boolean template) {
		boolean value = template ? word.contains(PLACEHOLDER) : VALUE.matcher(word).find();
		return !value && word.length() < MAX_LENGTH && isAsLogged(word);
	}

	/** Whether nothing in a text was masked or cut: what was stands in no log store. */
	static boolean isAsLogged(String text) {
		return !text.contains("***") && !text.contains("…");
	}

	/** The longest part of a text without words in which something was masked or cut. */
	static String longestAsLogged(String text) {
		if (isAsLogged(text)) {
			return text;
		}
		String longest = "";
		int end = 0;
		Matcher words = WORD.matcher(text);
		while (words.find()) {
			if (!isAsLogged(words.group())) {
				longest = longer(longest, text.substring(end, words.start()).strip());
				end = words.end();
			}
		}
		return longer(longest, text.substring(end).strip());
	}

	private static String longer(String one, String other) {
		return (other.length() > one.length()) ? other : one;
	}

	/** A store that searches for words finds nothing by "-->". */
	private static void add(StringBuilder phrase, List<String> phrases) {
		if (phrase.length() >= SHORTEST && phrase.chars().anyMatch(Character::isLetterOrDigit)) {
			phrases.add(phrase.toString());
		}
		phrase.setLength(0);
	}

}
