package io.github.slacklogging.masking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What stands behind a scheme of authorization, without a blank. Reads each run of
 * characters once, from wherever it is asked about.
 */
final class Credentials {

	private static final String ENDS = "\"'`\\],;}<>";

	private static final int MIN_TOKEN = 8;

	private static final int SURELY_NO_WORD = 32;

	/** So much of a token is looked at. */
	private static final int MAX_SAMPLE = 256;

	/** Longer than anybody's name and password. */
	private static final int MAX_USER_AND_PASSWORD = 1024;

	private final String text;

	private int knownStart;

	private int knownEnd = -1;

	Credentials(String text) {
		this.text = text;
	}

	/** Behind the last character of what begins here. */
	int end(int start) {
		if (start < this.knownStart || start > this.knownEnd) {
			int end = start;
			while (end < this.text.length() && !Character.isWhitespace(this.text.charAt(end))
					&& ENDS.indexOf(this.text.charAt(end)) < 0) {
				end++;
			}
			this.knownStart = start;
			this.knownEnd = end;
		}
		return this.knownEnd;
	}

	// "Bearer authentication failed" is prose, "Bearer eyJhbGciOi" is not.
	boolean isToken(int start, int end) {
		if (start == end || (end - start < MIN_TOKEN && end < this.text.length())) {
			return false;
		}
		boolean lowerBefore = false;
		for (int i = start; i < Math.min(end, start + MAX_SAMPLE); i++) {
			char c = this.text.charAt(i);
			if (c == '=' && i < end - 2) {
				// A parameter of WWW-Authenticate.
				return false;
			}
			if (Literals.isDigit(c) || (lowerBefore && c >= 'A' && c <= 'Z')) {
				return true;
			}
			lowerBefore = c >= 'a' && c <= 'z';
		}
		return end - start >= SURELY_NO_WORD;
	}

	/** RFC 7617: base 64 of "user:password". */
	boolean isUserAndPassword(int start, int end) {
		int length = end - start;
		if (length < 4 || length > MAX_USER_AND_PASSWORD) {
			return false;
		}
		String run = this.text.substring(start, start + (length & ~3)).replace('-', '+').replace('_', '/');
		try {
			return new String(Base64.getDecoder().decode(run), StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
