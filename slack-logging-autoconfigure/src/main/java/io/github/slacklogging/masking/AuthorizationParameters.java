package io.github.slacklogging.masking;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Credentials of schemes that have several parameters, {@code Digest} for one. What tells
 * where and how stays, all other values go. Names: RFC 7616, RFC 5849, Amazon's
 * "Signature Version 4", Hawk.
 */
final class AuthorizationParameters {

	private static final Set<String> TELLING = Set.of("realm", "uri", "qop", "algorithm", "nc", "ts", "headers",
			"signedheaders", "oauth_timestamp", "oauth_version", "oauth_signature_method");

	private static final int LONGEST_NAME = 64;

	private AuthorizationParameters() {
	}

	/**
	 * Reports the values that go.
	 * @param text to look into
	 * @param start of the parameters
	 * @param found takes the places
	 * @return behind the last one
	 */
	static int find(String text, int start, Consumer<Span> found) {
		int at = start;
		int end = start;
		while (true) {
			int nameEnd = at;
			while (nameEnd < text.length() && nameEnd - at < LONGEST_NAME
					&& Literals.isKeyCharacter(text.charAt(nameEnd))) {
				nameEnd++;
			}
			if (nameEnd == at || nameEnd >= text.length() || text.charAt(nameEnd) != '=') {
				return end;
			}
			SecretValue value = value(text, nameEnd + 1);
			if (!value.isEmpty() && !TELLING.contains(text.substring(at, nameEnd).toLowerCase(Locale.ROOT))
					&& !StandIn.matches(value.in(text))) {
				found.accept(Span.stars(value.start(), value.end()));
			}
			end = value.end();
			at = next(text, end);
		}
	}

	/** In quotes or up to the next comma: other signs belong to it. */
	private static SecretValue value(String text, int index) {
		if (QuotedValue.level(text, index) >= 0) {
			return SecretValue.at(text, index);
		}
		int end = index;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))
				&& ",\"'`<>]}\\".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return new SecretValue(index, end);
	}

	private static int next(String text, int valueEnd) {
		int at = valueEnd;
		while (at < text.length() && at - valueEnd < LONGEST_NAME && "\\\"', \t".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		return at;
	}

}
