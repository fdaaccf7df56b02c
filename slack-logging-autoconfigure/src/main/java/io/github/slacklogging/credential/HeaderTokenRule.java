package io.github.slacklogging.credential;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token that stands behind a word in the header {@code Authorization}. Nothing is known
 * of its shape: whoever gave it decides.
 *
 * @param word in front of it, {@code Bearer} for example
 */
record HeaderTokenRule(String word) implements SecretRule {

	/** What an HTTP header can carry. */
	private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

	private static final Pattern WHOLE_HEADER = Pattern.compile("(authorization|basic|bearer|apikey)[\\s:].*",
			Pattern.DOTALL);

	@Override
	public Optional<Objection> objection(String secret) {
		String copy = "Write the token into the file and nothing else; the word " + this.word + " is added.";
		if (secret.contains("${")) {
			return Objection.because("holds a placeholder that nothing resolves", copy);
		}
		if (WHOLE_HEADER.matcher(secret.toLowerCase(Locale.ROOT)).matches()) {
			return Objection.because("is a whole header", copy);
		}
		if (secret.startsWith("{") || secret.startsWith("-----")) {
			return Objection.because("is JSON or a key in PEM, not a token", copy);
		}
		if (!VISIBLE.matcher(secret).matches()) {
			return Objection.because("holds blanks, line ends or characters that no token has", copy);
		}
		return ForeignSecret.objection(secret);
	}

}
