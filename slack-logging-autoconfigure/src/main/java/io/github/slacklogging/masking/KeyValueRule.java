package io.github.slacklogging.masking;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Secrets behind a telling name: {@code password=x}, {@code "apiKey":"x"},
 * {@code X-Auth-Token=[x]}, {@code ?client_secret=x&…}, {@code --token x},
 * {@code <password>x</password>}, {@code name: DB_PASSWORD, value: x}, "password is x1".
 * The name stays, the value goes. Where the end of a value is unclear, too much is masked
 * rather than too little.
 */
final class KeyValueRule implements MaskingRule {

	static final RuleSheet SHEET = RuleSheet.of("secret-key", LeakSeverity.CRITICAL,
			"Values behind a telling name, in any of the forms in which names and values are written.");

	private static final int MAX_KEY = 64;

	/** Longer ones are passed, not looked at again from the next key in them. */
	private static final int MAX_USER = 512;

	/** "IDENTIFIED BY 'x'", when a statement creates a user. */
	private static final String SQL = "identified";

	private final SecretNames names;

	KeyValueRule(SecretNames names) {
		this.names = names;
	}

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.names(this.names.all()).orLiterals(SQL + " by");
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int at = 0;
		while (at < text.length()) {
			int end = endOfWord(text, at);
			at = (end > at) ? Math.max(end, word(text, at, end, found)) : at + 1;
		}
	}

	/** Reports the value behind the word, if it is a key; answers where to go on. */
	private int word(String text, int wordStart, int wordEnd, Consumer<Span> found) {
		int end = withoutJoints(text, wordStart, wordEnd);
		int start = withWordBefore(text, Math.max(wordStart, end - MAX_KEY), end);
		return (start < end && isKey(text, start, end)) ? Math.max(wordEnd, key(text, start, end, found)) : wordEnd;
	}

	private boolean isKey(String text, int start, int end) {
		boolean secret = this.names.matches(text, start, end) || isWord(text, start, end, SQL);
		// AuthorizationRule knows schemes.
		return secret && !isClassName(text, start, end) && !SecretNames.endsWith(text, start, end, "authorization");
	}

	private int key(String text, int start, int end, Consumer<Span> found) {
		int object = objectAfter(text, end);
		int objectEnd = (object >= 0) ? QuotedValue.objectEnd(text, object + 1) : -1;
		if (objectEnd >= 0) {
			SecretObject.find(text, object + 1, objectEnd, found);
			return objectEnd;
		}
		SecretValue value = KeyForms.value(text, start, end);
		if (value == null || value.isEmpty() || isNone(text, start, value)) {
			return end;
		}
		if (SecretNames.endsWith(text, start, end, "cookie")) {
			return CookieValue.find(text, value, found);
		}
		found.accept(Span.stars(value.start(), value.end()));
		return value.end();
	}

	/** The brace or bracket that opens the value of the key, or -1. */
	private static int objectAfter(String text, int keyEnd) {
		int at = Separator.valueAfter(text, keyEnd);
		return (at >= 0 && at < text.length() && "{[".indexOf(text.charAt(at)) >= 0) ? at : -1;
	}

	// UrlCredentialsRule knows where "https://x-access-token:x@host" ends.
	private boolean isNone(String text, int keyStart, SecretValue value) {
		String content = value.in(text);
		return StandIn.matches(content) || isNameOfSecret(content)
				|| (content.length() <= MAX_USER && content.indexOf('@') >= 0 && UserInformation.holds(text, keyStart));
	}

	private static boolean isWord(String text, int start, int end, String word) {
		return end - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
	}

	private static int endOfWord(String text, int start) {
		int end = start;
		while (end < text.length() && Literals.isKeyCharacter(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static int withoutJoints(String text, int start, int wordEnd) {
		int end = wordEnd;
		while (end > start && "-_.".indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return end;
	}

	/** In "API key" and "session id" the word before belongs to the key. */
	private static int withWordBefore(String text, int wordStart, int end) {
		boolean justKey = isWord(text, wordStart, end, "key") || isWord(text, wordStart, end, "id");
		if (!justKey || wordStart == 0 || text.charAt(wordStart - 1) != ' ') {
			return wordStart;
		}
		int start = wordStart - 1;
		while (start > 0 && wordStart - start < MAX_KEY && Literals.isKeyCharacter(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	// "nested exception is com.acme.InvalidToken: …" names a class.
	private static boolean isClassName(String text, int start, int end) {
		if (end >= text.length() || text.charAt(end) != ':') {
			return false;
		}
		String key = text.substring(start, end);
		int lastDot = key.lastIndexOf('.');
		return lastDot >= 0 && lastDot < key.length() - 1 && Character.isUpperCase(key.charAt(lastDot + 1))
				&& !key.equals(key.toUpperCase(Locale.ROOT));
	}

	// "where s.token = t.token" compares columns.
	private boolean isNameOfSecret(String name) {
		int dot = name.indexOf('.');
		return dot > 0 && name.length() <= MAX_KEY && name.chars().allMatch((c) -> Literals.isKeyCharacter((char) c))
				&& name.chars().noneMatch((c) -> Literals.isDigit((char) c)) && this.names.matches(name);
	}

}
