package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * Secrets behind a telling name: {@code password=x}, {@code token: x},
 * {@code "apiKey":"x"}, {@code X-Auth-Token=[x]}, {@code ?client_secret=x&…}. The name
 * stays, the value goes. Where the end of a value is unclear, too much is masked rather
 * than too little.
 */
final class KeyValueRule implements MaskingRule {

	private static final int MAX_KEY = 64;

	private static final int MAX_BLANKS = 3;

	private final SecretNames names;

	KeyValueRule(SecretNames names) {
		this.names = names;
	}

	@Override
	public String name() {
		return "secret-key";
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int passed = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c == '=' || c == ':') && i >= passed) {
				String key = keyBefore(text, i);
				if (!key.isEmpty() && isSecret(key, c)) {
					passed = value(text, i + 1, key, found);
				}
			}
		}
	}

	private boolean isSecret(String key, char separator) {
		int lastDot = key.lastIndexOf('.');
		// "nested exception is com.acme.InvalidToken: …" names a class.
		boolean className = separator == ':' && lastDot >= 0 && lastDot < key.length() - 1
				&& Character.isUpperCase(key.charAt(lastDot + 1));
		return !className && this.names.matches(key);
	}

	/** The key before the separator, with the word before it where it is just "key". */
	private static String keyBefore(String text, int separator) {
		int end = separator;
		while (end > 0 && separator - end < MAX_BLANKS && text.charAt(end - 1) == ' ') {
			end--;
		}
		while (end > 0 && separator - end < 2 * MAX_BLANKS && isWrapping(text.charAt(end - 1))) {
			end--;
		}
		int start = startOfWord(text, end);
		if (end - start == 3 && text.regionMatches(true, start, "key", 0, 3) && start > 0
				&& text.charAt(start - 1) == ' ') {
			start = startOfWord(text, start - 1);
		}
		return text.substring(start, end);
	}

	private static boolean isWrapping(char c) {
		return Literals.isQuote(c) || c == '\\' || c == ']';
	}

	private static int startOfWord(String text, int end) {
		int start = end;
		while (start > 0 && end - start < MAX_KEY && Literals.isKeyCharacter(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/** Reports the value behind the separator and returns where to go on. */
	private static int value(String text, int index, String key, Consumer<Span> found) {
		int start = index;
		if (start < text.length() && (text.charAt(start) == '>' || text.charAt(start) == '=')) {
			start++;
		}
		start = Literals.skipBlanks(text, start, MAX_BLANKS);
		String normalized = SecretNames.normalize(key);
		if (normalized.endsWith("authorization")) {
			// AuthorizationRule knows schemes.
			return index;
		}
		SecretValue value = SecretValue.at(text, start, normalized.endsWith("cookie"));
		if (value.start() >= value.end() || isStandIn(text.substring(value.start(), value.end()))) {
			return index;
		}
		found.accept(Span.stars(value.start(), value.end()));
		return value.end();
	}

	/** Whether this is no value but stands for one: masked already, unset, a variable. */
	static boolean isStandIn(String value) {
		return value.equals("null") || value.equals("{}") || value.equals("?") || value.equals("%s")
				|| isPlaceholder(value) || value.chars().allMatch((c) -> c == '*');
	}

	// Only a name: "${DB_PASSWORD:hunter2}" holds a secret behind its colon.
	private static boolean isPlaceholder(String value) {
		return value.startsWith("${") && value.endsWith("}")
				&& value.substring(2, value.length() - 1).chars().allMatch((c) -> Literals.isKeyCharacter((char) c));
	}

}
