package io.github.slacklogging.masking;

/**
 * Colons that are punctuation: "Unexpected token: END_OBJECT", {@code volume "token" :
 * secret "a" not found}, {@code arn:aws:…:secret:name}. What is called a password is
 * never taken for prose.
 */
final class Prose {

	private static final int MIN_SECRET = 6;

	/** No word is as long. */
	private static final int SURELY_SECRET = 20;

	private Prose() {
	}

	/**
	 * Whether the sign behind the key joins no value to it.
	 * @param text to look into
	 * @param keyStart first character of the key
	 * @param keyEnd behind the last one
	 * @param value what would be the value
	 */
	static boolean isSeparator(String text, int keyStart, int keyEnd, SecretValue value) {
		char before = (keyStart > 0) ? text.charAt(keyStart - 1) : '\n';
		char behind = text.charAt(keyEnd);
		boolean prose = Literals.isQuote(before)
				// JSON has no bare words for values.
				? keyEnd + 1 < text.length() && text.charAt(keyEnd + 1) == ' ' && isBareWord(text, value)
				: before == ' ' && keyStart > 1 && Character.isLetter(text.charAt(keyStart - 2)) && behind == ':';
		return prose && !PasswordNames.matches(text, keyStart, keyEnd) && !looksSecret(value.in(text));
	}

	/**
	 * Whether the key is a part of a longer name: {@code arn:secret:x}.
	 * @param text to look into
	 * @param keyStart first character of the key
	 * @param keyEnd behind the last one
	 */
	static boolean isInName(String text, int keyStart, int keyEnd) {
		return keyStart > 0 && text.charAt(keyStart - 1) == ':' && text.charAt(keyEnd) == ':'
				&& keyEnd + 1 < text.length() && !Character.isWhitespace(text.charAt(keyEnd + 1));
	}

	/** Whether a quoted text talks about the value: "must not be empty". */
	static boolean isSentence(String value) {
		int blank = value.indexOf(' ');
		return StandIn.matches((blank > 0) ? value.substring(0, blank) : value);
	}

	private static boolean isBareWord(String text, SecretValue value) {
		return !value.isEmpty() && Character.isLetter(text.charAt(value.start()))
				&& Character.isWhitespace(text.charAt(value.start() - 1));
	}

	private static boolean looksSecret(String value) {
		return value.length() >= SURELY_SECRET
				|| (value.length() >= MIN_SECRET && value.chars().anyMatch((c) -> Literals.isDigit((char) c)));
	}

}
