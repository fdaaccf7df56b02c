package io.github.slacklogging.masking;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cookies: {@code a=x; b=y}. Names stay, values go; what {@code Set-Cookie} says about a
 * cookie is none (RFC 6265, section 4.1).
 */
final class CookieValue {

	private static final Set<String> ATTRIBUTES = Set.of("path", "domain", "expires", "max-age", "samesite", "version",
			"priority");

	private static final int LONGEST_NAME = 64;

	private CookieValue() {
	}

	/**
	 * Reports the value of each cookie.
	 * @param text to look into
	 * @param value what stands behind the header's name, up to the first blank where it
	 * is not quoted
	 * @param found takes the places
	 * @return where to go on
	 */
	static int find(String text, SecretValue value, Consumer<Span> found) {
		boolean enclosed = value.start() > 0 && "\"'`[".indexOf(text.charAt(value.start() - 1)) >= 0;
		int end = value.end();
		int at = value.start();
		while (at < end || (!enclosed && isNextCookie(text, at))) {
			int cookieEnd = cookieEnd(text, at, enclosed ? end : text.length());
			cookie(text, at, cookieEnd, found);
			at = Literals.skipBlanks(text, cookieEnd + 1, 2);
			end = Math.max(end, cookieEnd);
		}
		return end;
	}

	/** Whether another cookie follows the semicolon before this place. */
	private static boolean isNextCookie(String text, int at) {
		if (at >= text.length()) {
			return false;
		}
		int semicolon = at - 1;
		while (semicolon > 0 && text.charAt(semicolon) == ' ') {
			semicolon--;
		}
		if (semicolon <= 0 || text.charAt(semicolon) != ';') {
			return false;
		}
		int end = at;
		while (end < text.length() && end - at < LONGEST_NAME && Literals.isKeyCharacter(text.charAt(end))) {
			end++;
		}
		return end > at && end < text.length() && text.charAt(end) == '=';
	}

	private static int cookieEnd(String text, int start, int latest) {
		int end = start;
		while (end < latest && ";,\"'`<>|]})".indexOf(text.charAt(end)) < 0
				&& !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static void cookie(String text, int start, int end, Consumer<Span> found) {
		int equals = start;
		while (equals < end && text.charAt(equals) != '=') {
			equals++;
		}
		int valueStart = (equals < end) ? equals + 1 : start;
		String name = text.substring(start, Math.max(start, valueStart - 1)).toLowerCase(Locale.ROOT);
		if (valueStart < end && !ATTRIBUTES.contains(name) && !StandIn.matches(text.substring(valueStart, end))) {
			found.accept(Span.stars(valueStart, end));
		}
	}

}
