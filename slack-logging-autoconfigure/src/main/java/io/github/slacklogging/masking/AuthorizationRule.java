package io.github.slacklogging.masking;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Credentials of HTTP's Authorization header: the header in its usual prints, and
 * {@code Bearer} and {@code Basic} credentials on their own. The scheme stays. Schemes:
 * the registry of RFC 9110, section 16.4.1, and those that vendors made up.
 */
final class AuthorizationRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("authorization", LeakSeverity.CRITICAL,
			"Credentials of the Authorization header, and Bearer and Basic on their own.");

	private static final String HEADER = "authorization";

	private static final String BEARER = "bearer";

	private static final String BASIC = "basic";

	private static final List<String> ONE_TOKEN = List.of(BEARER, BASIC, "negotiate", "ntlm", "token", "apikey",
			"api-key", "hoba", "mutual", "splunk", "key", "dpop", "ghost", "kerberos");

	/** Schemes with several parameters. */
	private static final List<String> PARAMETERS = List.of("digest", "oauth", "aws4-hmac-sha256", "scram-sha-256",
			"scram-sha-1", "hawk", "hmac", "signature");

	private static final String ENCODED_BLANK = "%20";

	private static final int MAX_BLANKS = 3;

	private static final int MAX_SCHEME = 32;

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals(HEADER, BEARER, BASIC);
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		Credentials credentials = new Credentials(text);
		int passed = 0;
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			if (c == 'a' || c == 'A') {
				passed = (at >= passed && startsWith(text, at, HEADER))
						? header(text, at + HEADER.length(), credentials, found) : passed;
			}
			else if ((c == 'b' || c == 'B') && at >= passed && !Literals.isLetterOrDigit(text, at - 1)) {
				passed = onItsOwn(text, at, credentials, found);
			}
		}
	}

	private static boolean startsWith(String text, int at, String word) {
		return text.regionMatches(true, at, word, 0, word.length());
	}

	private static int onItsOwn(String text, int at, Credentials credentials, Consumer<Span> found) {
		boolean bearer = startsWith(text, at, BEARER);
		if (!bearer && !startsWith(text, at, BASIC)) {
			return at;
		}
		int word = at + (bearer ? BEARER : BASIC).length();
		int start = passBlanks(text, word + ((word < text.length() && ",:".indexOf(text.charAt(word)) >= 0) ? 1 : 0));
		if (start == word) {
			return word;
		}
		int end = credentials.end(start);
		if (bearer ? credentials.isToken(start, end) : credentials.isUserAndPassword(start, end)) {
			found.accept(Span.stars(start, end));
			return end;
		}
		return word;
	}

	/** Reports what stands behind the header's name; answers where to go on. */
	private static int header(String text, int nameEnd, Credentials credentials, Consumer<Span> found) {
		int value = Separator.valueAfter(text, nameEnd);
		if (value < 0 || text.startsWith("{", value)) {
			return nameEnd;
		}
		int start = value;
		while (start < text.length() && start - value < 4 && "[\"'`\\".indexOf(text.charAt(start)) >= 0) {
			start++;
		}
		int schemeEnd = schemeEnd(text, start);
		String scheme = text.substring(start, schemeEnd).toLowerCase(Locale.ROOT);
		int behind = passBlanks(text, schemeEnd);
		if (behind > schemeEnd && PARAMETERS.contains(scheme)) {
			return AuthorizationParameters.find(text, behind, found);
		}
		boolean known = behind > schemeEnd && ONE_TOKEN.contains(scheme);
		SecretValue place = known ? new SecretValue(behind, credentials.end(behind))
				: new SecretValue(start, unknownEnd(text, start, schemeEnd, behind, credentials));
		if (place.isEmpty() || StandIn.matches(place.in(text))) {
			return nameEnd;
		}
		found.accept(Span.stars(place.start(), place.end()));
		return place.end();
	}

	private static int schemeEnd(String text, int start) {
		int end = start;
		while (end < text.length() && end - start < MAX_SCHEME
				&& (Literals.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
			end++;
		}
		return end;
	}

	private static int passBlanks(String text, int at) {
		return text.startsWith(ENCODED_BLANK, at) ? at + ENCODED_BLANK.length()
				: Literals.skipBlanks(text, at, MAX_BLANKS);
	}

	/** A scheme that is in no list, and what can hardly be a word of prose. */
	private static int unknownEnd(String text, int start, int schemeEnd, int behind, Credentials credentials) {
		int end = credentials.end(behind);
		boolean telling = behind > schemeEnd && text.substring(behind, end)
			.chars()
			.anyMatch((c) -> Literals.isDigit((char) c) || "=:+/".indexOf(c) >= 0);
		return telling ? end : credentials.end(start);
	}

}
