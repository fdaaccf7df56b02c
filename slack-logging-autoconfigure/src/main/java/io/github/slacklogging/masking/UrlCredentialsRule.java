package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * Passwords in addresses: user information of URLs of any scheme (RFC 3986, section
 * 3.2.1), and {@code user/password@} of Oracle's JDBC URLs. The user stays, a lone user
 * information is a token and goes. Passwords among the parameters of a URL stand behind a
 * name, see {@link KeyValueRule}.
 */
final class UrlCredentialsRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("url-credentials", LeakSeverity.CRITICAL,
			"Passwords in URLs: redis://user:password@host, jdbc:oracle:thin:user/password@host.");

	private static final String ORACLE = "jdbc:oracle:";

	/** Longer user information than anybody has. */
	private static final int MAX_AUTHORITY = 1024;

	private static final int MIN_TOKEN = 16;

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals("://", "%3a%2f%2f", ":\\/\\/", ORACLE);
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int passed = 0;
		for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
			int start = at + behindSlashes(text, at + 1);
			if (start > at && start >= passed) {
				passed = authority(text, start, found);
			}
		}
		for (int at = text.indexOf("%3"); at >= 0; at = text.indexOf("%3", at + 1)) {
			if (text.regionMatches(true, at, "%3a%2f%2f", 0, 9)) {
				encoded(text, at + 9, found);
			}
		}
		oracle(text, found);
	}

	/** How many characters up to behind the two slashes; 0 when there are none. */
	private static int behindSlashes(String text, int index) {
		if (text.startsWith("//", index)) {
			return 3;
		}
		return text.startsWith("\\/\\/", index) ? 5 : 0;
	}

	/** Reports the password before the last at sign of the authority. */
	private static int authority(String text, int start, Consumer<Span> found) {
		int at = -1;
		int end = start;
		while (end < text.length() && end - start < MAX_AUTHORITY && !endsAuthority(text, end, at < 0)) {
			at = (text.charAt(end) == '@') ? end : at;
			end++;
		}
		int colon = text.indexOf(':', start);
		if (at < 0) {
			cut(text, start, end, colon, found);
		}
		else if (colon >= 0 && colon < at) {
			secret(text, isToken(text, start, colon) ? start : colon + 1, at, found);
		}
		else if (at - start >= MIN_TOKEN) {
			secret(text, start, at, found);
		}
		return end;
	}

	// "https://<token>:x-oauth-basic@git.example.com"
	private static boolean isToken(String text, int start, int end) {
		String user = text.substring(start, end);
		return user.length() >= MIN_TOKEN && user.chars().anyMatch((c) -> Literals.isDigit((char) c))
				&& user.chars().anyMatch(Character::isLowerCase)
				&& user.chars().noneMatch((c) -> ".-_".indexOf(c) >= 0);
	}

	// A password may hold what should have been encoded: a slash, a question mark, a
	// hash.
	private static boolean endsAuthority(String text, int index, boolean beforeAt) {
		char c = text.charAt(index);
		if (Character.isWhitespace(c) || "\"'`<>|\\".indexOf(c) >= 0) {
			return true;
		}
		return "/?#".indexOf(c) >= 0 && !(beforeAt && isInsidePassword(text, index));
	}

	// Only where an at sign follows before the next such sign, and what was before is no
	// host.
	private static boolean isInsidePassword(String text, int index) {
		int next = index + 1;
		while (next < text.length() && next - index < 64 && !Character.isWhitespace(text.charAt(next))
				&& "/?#\"'<>&=".indexOf(text.charAt(next)) < 0) {
			if (text.charAt(next) == '@') {
				return hasPassword(text, index);
			}
			next++;
		}
		return false;
	}

	/** Whether a colon stands before that begins no port. */
	private static boolean hasPassword(String text, int index) {
		int at = index - 1;
		while (at > 0 && index - at < 64 && text.charAt(at) != ':' && text.charAt(at) != '/') {
			at--;
		}
		boolean digits = text.substring(at + 1, index).chars().allMatch((c) -> Literals.isDigit((char) c));
		return text.charAt(at) == ':' && !digits;
	}

	/**
	 * A text that ends within the user information: what is no port may be a password.
	 */
	private static void cut(String text, int start, int end, int colon, Consumer<Span> found) {
		if (end < text.length() || colon < 0 || colon + 1 >= end) {
			return;
		}
		int digits = colon + 1;
		while (digits < end && Literals.isDigit(text.charAt(digits))) {
			digits++;
		}
		boolean port = digits == end || ";,&…".indexOf(text.charAt(digits)) >= 0;
		boolean address = text.startsWith("[", start);
		if (!port && !address) {
			secret(text, colon + 1, end, found);
		}
	}

	private static void encoded(String text, int start, Consumer<Span> found) {
		int colon = -1;
		for (int end = start; end + 2 < text.length() && end - start < MAX_AUTHORITY; end++) {
			char c = text.charAt(end);
			if (Character.isWhitespace(c) || c == '"' || text.regionMatches(true, end, "%2f", 0, 3)) {
				return;
			}
			colon = (colon < 0 && text.regionMatches(true, end, "%3a", 0, 3)) ? end + 3 : colon;
			if (c == '@' || text.startsWith("%40", end)) {
				if (colon >= 0) {
					secret(text, colon, end, found);
				}
				return;
			}
		}
	}

	/** {@code jdbc:oracle:thin:scott/tiger@//db:1521/x} */
	private static void oracle(String text, Consumer<Span> found) {
		int at = Literals.indexOf(text, ORACLE, 0);
		while (at >= 0) {
			int slash = -1;
			int end = at + ORACLE.length();
			while (end < text.length() && end - at < MAX_AUTHORITY && !endsOracle(text.charAt(end))) {
				slash = (slash < 0 && text.charAt(end) == '/') ? end : slash;
				end++;
			}
			if (slash >= 0 && end < text.length() && text.charAt(end) == '@') {
				secret(text, slash + 1, end, found);
			}
			at = Literals.indexOf(text, ORACLE, end);
		}
	}

	private static boolean endsOracle(char c) {
		return Character.isWhitespace(c) || c == '"' || c == '\'' || c == '@';
	}

	private static void secret(String text, int start, int end, Consumer<Span> found) {
		if (start < end && !StandIn.matches(text.substring(start, end))) {
			found.accept(Span.stars(start, end));
		}
	}

}
