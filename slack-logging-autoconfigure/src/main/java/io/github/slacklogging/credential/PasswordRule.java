package io.github.slacklogging.credential;

import java.util.Optional;

/**
 * A password: nearly anything. What Basic cannot carry is refused, and so are secrets of
 * Slack's, which nobody else may see. Source: RFC 7617, section 2, "control characters".
 */
record PasswordRule() implements SecretRule {

	private static final String COPY = "Write the password into the file and nothing else, in one line.";

	@Override
	public Optional<Objection> objection(String secret) {
		if (secret.chars().anyMatch(Character::isISOControl)) {
			return Objection.because("holds several lines or control characters, which no password has", COPY);
		}
		return ForeignSecret.objection(secret);
	}

}
