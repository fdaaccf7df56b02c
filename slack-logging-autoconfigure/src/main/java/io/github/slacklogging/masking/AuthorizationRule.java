package io.github.slacklogging.masking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Credentials of HTTP's Authorization header: the header in its usual prints, and
 * {@code Bearer} and {@code Basic} credentials on their own. The scheme stays.
 */
final class AuthorizationRule implements MaskingRule {

	private static final String SINGLE_TOKEN_SCHEMES = "bearer|basic|negotiate|ntlm|token|apikey|api-key|hoba|mutual|splunk|key";

	/** Schemes with several parameters: everything up to the end of the line goes. */
	private static final String PARAMETER_SCHEMES = "digest|oauth|aws4-hmac-sha256|scram-sha-256|scram-sha-1";

	private static final String RUN = "[^\\s\"'\\\\\\],;}]";

	/** A scheme that is in no list, and what can hardly be a word of prose. */
	private static final String UNKNOWN = "[a-z][a-z-]*[ \\t]{1,3}" + RUN + "*[\\d=:+/]" + RUN + "*";

	private static final Pattern HEADER = Pattern
		.compile("(?i)authorization[\"'\\]\\\\]{0,3}[ \\t]{0,3}[:=][ \\t]{0,3}[\\[\"'\\\\]{0,3}(?:(?:"
				+ PARAMETER_SCHEMES + ")[ \\t]+([^\\r\\n]+)|(?:" + SINGLE_TOKEN_SCHEMES + ")(?:[ \\t]{1,3}|%20)(" + RUN
				+ "+)|(" + UNKNOWN + "|" + RUN + "+))");

	private static final Pattern BEARER = Pattern.compile("(?i)\\bbearer(?:[ \\t]{1,3}|%20)([\\w.~+/=-]{8,})");

	private static final Pattern BASIC = Pattern.compile("(?i)\\bbasic(?:[ \\t]{1,3}|%20)([A-Za-z0-9+/_-]{4,}={0,2})");

	private static final int SURELY_NO_WORD = 32;

	@Override
	public String name() {
		return "authorization";
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		if (Literals.contains(text, "authorization")) {
			findHeaders(text, found);
		}
		if (Literals.contains(text, "bearer")) {
			Matcher matcher = BEARER.matcher(text);
			while (matcher.find()) {
				if (looksLikeToken(matcher.group(1))) {
					found.accept(Span.stars(matcher.start(1), matcher.end(1)));
				}
			}
		}
		if (Literals.contains(text, "basic")) {
			Matcher matcher = BASIC.matcher(text);
			while (matcher.find()) {
				if (isUserAndPassword(matcher.group(1))) {
					found.accept(Span.stars(matcher.start(1), matcher.end(1)));
				}
			}
		}
	}

	private static void findHeaders(String text, Consumer<Span> found) {
		Matcher matcher = HEADER.matcher(text);
		while (matcher.find()) {
			int group = (matcher.start(1) >= 0) ? 1 : (matcher.start(2) >= 0) ? 2 : 3;
			String value = text.substring(matcher.start(group), matcher.end(group));
			if (!KeyValueRule.isStandIn(value)) {
				found.accept(Span.stars(matcher.start(group), matcher.end(group)));
			}
		}
	}

	// "Bearer authentication failed" is prose, "Bearer eyJhbGciOi" is not.
	private static boolean looksLikeToken(String run) {
		if (run.length() >= SURELY_NO_WORD) {
			return true;
		}
		boolean lowerBefore = false;
		for (int i = 0; i < run.length(); i++) {
			char c = run.charAt(i);
			if (Literals.isDigit(c) || (lowerBefore && c >= 'A' && c <= 'Z')) {
				return true;
			}
			lowerBefore = c >= 'a' && c <= 'z';
		}
		return false;
	}

	// RFC 7617: base 64 of "user:password".
	private static boolean isUserAndPassword(String run) {
		String standard = run.replace('-', '+').replace('_', '/');
		try {
			byte[] decoded = Base64.getDecoder().decode(standard);
			return new String(decoded, StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
