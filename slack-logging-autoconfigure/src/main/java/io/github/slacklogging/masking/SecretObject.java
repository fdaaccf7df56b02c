package io.github.slacklogging.masking;

import java.util.Set;
import java.util.function.Consumer;

/**
 * A secret written as an object or a list of JSON: what it holds goes, except what tells
 * about it, as in {@code "password":{"minLength":12}} or
 * {@code "password":["must not be blank"]}.
 */
final class SecretObject {

	/** Names whose values describe a secret. */
	private static final Set<String> TELLING = Set.of("type", "format", "minlength", "maxlength", "min", "max",
			"pattern", "description", "title", "required", "enum", "ref", "timeout", "store", "ttl", "expires",
			"expiresin", "expiresat", "algorithm", "alg", "createdat", "updatedat", "roles", "scope", "scopes", "name",
			"user", "username", "host", "url", "provider", "realm", "length", "policy", "strength", "writeonly",
			"nullable", "message", "error", "code", "field", "projectid", "clientid", "domain");

	private static final int MAX_NAME = 64;

	private static final int MIN_DIGITS = 4;

	private SecretObject() {
	}

	/**
	 * Reports the values.
	 * @param text to look into
	 * @param start behind the opening brace or bracket
	 * @param end of the object
	 * @param found takes the places
	 */
	static void find(String text, int start, int end, Consumer<Span> found) {
		boolean telling = false;
		int at = start;
		while (at < end) {
			char c = text.charAt(at);
			int level = QuotedValue.level(text, at);
			if (level >= 0) {
				int open = at + level + 1;
				int close = Math.min(end, QuotedValue.end(text, open, text.charAt(open - 1), level));
				int behind = Math.min(end, close + level + 1);
				if (Separator.isColon(text, behind, end)) {
					telling = close - open <= MAX_NAME && isTelling(text.substring(open, close));
				}
				else if (!telling) {
					value(text, open, close, found);
				}
				at = Math.max(behind, at + 1);
			}
			else if (Literals.isDigit(c) && !telling) {
				at = number(text, at, end, found);
			}
			else {
				at++;
			}
		}
	}

	private static int number(String text, int start, int end, Consumer<Span> found) {
		int digits = start;
		while (digits < end && Literals.isDigit(text.charAt(digits))) {
			digits++;
		}
		if (digits - start >= MIN_DIGITS) {
			found.accept(Span.stars(start, digits));
		}
		return digits;
	}

	private static boolean isTelling(String name) {
		String normalized = SecretNames.normalize(name);
		return TELLING.contains(normalized) || normalized.endsWith("uri") || normalized.endsWith("url");
	}

	private static void value(String text, int start, int end, Consumer<Span> found) {
		if (start < end && !Prose.isSentence(text.substring(start, end))) {
			found.accept(Span.stars(start, end));
		}
	}

}
