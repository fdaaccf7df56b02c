package io.github.slacklogging.link;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of everything that is not unreserved by RFC 3986, section 2.3, also of
 * {@code ! ' ( ) *}: mail and chat programs end a link at them.
 */
final class PercentEncoding {

	private static final String UNRESERVED = "-._~";

	private static final char[] HEX = "0123456789ABCDEF".toCharArray();

	private PercentEncoding() {
	}

	/**
	 * The text in UTF-8, encoded. A lone half of a surrogate pair becomes a question
	 * mark.
	 */
	static String encode(String text) {
		StringBuilder encoded = new StringBuilder(text.length() + 16);
		for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (part & 0xff);
			if (isUnreserved(c)) {
				encoded.append(c);
			}
			else {
				encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
			}
		}
		return encoded.toString();
	}

	private static boolean isUnreserved(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
	}

}
