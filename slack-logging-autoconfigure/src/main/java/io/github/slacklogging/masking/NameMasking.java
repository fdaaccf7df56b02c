package io.github.slacklogging.masking;

import java.util.List;

/**
 * Masks what is the same in many events: names of loggers, threads and keys, and
 * templates. Says of them what the rules say, and remembers in which there was nothing to
 * mask, so those are looked through once. Thread-safe.
 */
final class NameMasking {

	private final TextMasking rules;

	private final SecretNames secretKeys;

	private final RecentTexts clean = new RecentTexts();

	private final RecentTexts plainKeys = new RecentTexts();

	/**
	 * Remembers nothing yet.
	 * @param rules for any text
	 * @param secretKeys keys whose value goes
	 */
	NameMasking(TextMasking rules, SecretNames secretKeys) {
		this.rules = rules;
		this.secretKeys = secretKeys;
	}

	MaskedText mask(String name) {
		if (this.clean.contains(name)) {
			return new MaskedText(name, List.of());
		}
		MaskedText masked = this.rules.mask(name);
		if (masked.rules().isEmpty()) {
			// one that was cut is too long to be remembered
			this.clean.add(name);
		}
		return masked;
	}

	/** Whether the value behind the key goes. */
	boolean isSecret(String key) {
		if (this.plainKeys.contains(key)) {
			return false;
		}
		boolean secret = this.secretKeys.matches(key);
		if (!secret) {
			this.plainKeys.add(key);
		}
		return secret;
	}

}
