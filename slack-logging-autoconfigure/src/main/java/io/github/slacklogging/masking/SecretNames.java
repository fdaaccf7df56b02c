package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names of things whose value is a secret. A key matches when it ends with one of the
 * names, regardless of case and of what joins its words: {@code spring.mail.password},
 * {@code X-Api-Key} and {@code clientSecret} do. What still is the secret when a word is
 * put behind it matches too: {@code passwordHash}, {@code token_value}. Immutable.
 */
final class SecretNames {

	/** Names so short that other words end like them: "compass", "bypass". */
	private static final int SHORT = 4;

	private static final int BUCKETS = 64;

	private static final List<String> STILL_SECRET = List.of("hash", "value", "confirm", "confirmation", "repeat",
			"again", "plain", "plaintext", "text", "string", "raw", "new", "old", "encoded", "encrypted", "base64",
			"bytes");

	private final List<String> names;

	/** By their last letter, so that most keys are told off by one look. */
	private final List<List<String>> byLastLetter;

	private final List<List<String>> tails = byLastLetter(STILL_SECRET);

	SecretNames(List<String> names) {
		this.names = names.stream().map(SecretNames::normalize).filter((name) -> !name.isEmpty()).distinct().toList();
		this.byLastLetter = byLastLetter(this.names);
	}

	private static List<List<String>> byLastLetter(List<String> words) {
		List<List<String>> buckets = new ArrayList<>(Collections.nCopies(BUCKETS, List.of()));
		words.stream()
			.collect(Collectors.groupingBy((word) -> bucket(word.charAt(word.length() - 1))))
			.forEach(buckets::set);
		return List.copyOf(buckets);
	}

	private static int bucket(char c) {
		return Character.toLowerCase(c) % BUCKETS;
	}

	/** Letters and digits only, in lower case. */
	List<String> all() {
		return this.names;
	}

	boolean matches(String key) {
		return matches(key, 0, key.length());
	}

	/**
	 * Whether a part of the text is such a key.
	 * @param text to look into
	 * @param start first character of the key
	 * @param end behind the last one
	 */
	boolean matches(String text, int start, int end) {
		int last = beforeJoints(text, start, end);
		while (last > start && Literals.isDigit(text.charAt(last - 1))) {
			last = beforeJoints(text, start, last - 1);
		}
		if (endsWithName(text, start, end) || (last < end && endsWithName(text, start, last))) {
			return true;
		}
		if (last <= start) {
			return false;
		}
		for (String tail : this.tails.get(bucket(text.charAt(last - 1)))) {
			int before = start(text, start, last, tail);
			if (before > start && endsWithName(text, start, before)) {
				return true;
			}
		}
		return false;
	}

	private boolean endsWithName(String text, int start, int end) {
		int last = beforeJoints(text, start, end);
		if (last <= start) {
			return false;
		}
		for (String name : this.byLastLetter.get(bucket(text.charAt(last - 1)))) {
			int at = start(text, start, last, name);
			if (at >= start && (name.length() > SHORT || beginsWord(text, start, at))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Where a word begins that ends here, joints left out.
	 * @param text to look into
	 * @param start not before this
	 * @param end behind the word, joints behind it included
	 * @param word in lower case
	 * @return -1 when it does not
	 */
	private static int start(String text, int start, int end, String word) {
		int at = end;
		for (int left = word.length() - 1; left >= 0; left--) {
			at = beforeJoints(text, start, at);
			if (at == start || Character.toLowerCase(text.charAt(at - 1)) != word.charAt(left)) {
				return -1;
			}
			at--;
		}
		return at;
	}

	private static int beforeJoints(String text, int start, int end) {
		int at = end;
		while (at > start && !Character.isLetterOrDigit(text.charAt(at - 1))) {
			at--;
		}
		return at;
	}

	private static boolean beginsWord(String text, int start, int index) {
		if (index == start) {
			return true;
		}
		char before = text.charAt(index - 1);
		return !Character.isLetter(before)
				|| (Character.isLowerCase(before) && Character.isUpperCase(text.charAt(index)));
	}

	/** Whether the key ends with a word, joints left out. */
	static boolean endsWith(String text, int start, int end, String word) {
		return start(text, start, end, word) >= 0;
	}

	static String normalize(String key) {
		StringBuilder letters = new StringBuilder(key.length());
		for (int i = 0; i < key.length(); i++) {
			char c = key.charAt(i);
			if (Character.isLetterOrDigit(c)) {
				letters.append(Character.toLowerCase(c));
			}
		}
		return letters.toString();
	}

}
