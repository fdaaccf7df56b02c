package io.github.slacklogging.masking;

import java.util.List;

/**
 * Names of things whose value is a secret. A key matches when it ends with one of the
 * names, regardless of case and of what joins its words: {@code spring.mail.password},
 * {@code X-Api-Key} and {@code clientSecret} do. Immutable.
 */
final class SecretNames {

	private final List<String> names;

	private final boolean[] lastLetters = new boolean[128];

	SecretNames(List<String> names) {
		this.names = names.stream().map(SecretNames::normalize).filter((name) -> !name.isEmpty()).distinct().toList();
		for (String name : this.names) {
			char last = name.charAt(name.length() - 1);
			if (last < this.lastLetters.length) {
				this.lastLetters[last] = true;
			}
		}
	}

	boolean matches(String key) {
		if (!mayMatch(key)) {
			return false;
		}
		String normalized = normalize(key);
		return this.names.stream().anyMatch(normalized::endsWith);
	}

	// Most keys go here without being copied.
	private boolean mayMatch(String key) {
		int last = key.length() - 1;
		while (last >= 0 && !Character.isLetterOrDigit(key.charAt(last))) {
			last--;
		}
		if (last < 0) {
			return false;
		}
		char lower = Character.toLowerCase(key.charAt(last));
		return lower >= this.lastLetters.length || this.lastLetters[lower];
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
