package io.github.slacklogging.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address behind words. Other than the rest of a message it acts, so it only comes of
 * what an application or Slack gave us, never of what was logged. Slack ends an address
 * at a blank, a pipe or a bracket: docs.slack.dev, "Formatting message text".
 *
 * @param address encoded and escaped
 * @param label shown, escaped
 */
record TextLink(String address, String label) {

	/** Longer ones are cut by browsers and chat clients alike. */
	static final int MAX_ADDRESS = 2_000;

	private static final int MAX_LABEL = 40;

	/**
	 * Nobody is named before the host: what stands before an {@code @} only makes a
	 * reader take it for the host, and a password would stay in the channel.
	 */
	private static final Pattern WEB = Pattern.compile("(?i)https?://[^/?#\\s@\\\\%]+(?:[/?#].*)?");

	/** What RFC 3986 lets stand in an address as it is. */
	private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";

	/** What could act in a label, and what looks like it and does nothing. */
	private static final String ACTING = "*_~`:|\uFF0A\uFF3F\uFF40";

	private static final String LOOK_ALIKE = "\u2217\u02CD\u223C\u02CB\u2236\u00A6\u2217\u02CD\u02CB";

	/**
	 * The link, or nothing where the address is too long or none of the web.
	 * @param label shown
	 * @param address as it is known, perhaps with characters that must not stand in it
	 */
	static Optional<TextLink> of(String label, String address) {
		if (address.length() > MAX_ADDRESS || !WEB.matcher(address).matches()) {
			return Optional.empty();
		}
		String encoded = encoded(address);
		return (encoded.length() > MAX_ADDRESS) ? Optional.empty()
				: Optional.of(new TextLink(Mrkdwn.escape(encoded), shown(label)));
	}

	String markup() {
		return "<" + this.address + "|" + this.label + ">";
	}

	/** Nobody reads the address: Slack counts it, people do not see it. */
	Size size() {
		return Size.ofOurs(markup()).withShownAtMost("<|>".length() + this.label.length());
	}

	private static String encoded(String address) {
		StringBuilder encoded = new StringBuilder(address.length());
		address.codePoints().forEach((codePoint) -> {
			if (isPlain(codePoint)) {
				encoded.appendCodePoint(codePoint);
			}
			else {
				for (byte part : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
					encoded.append('%').append(String.format("%02X", part & 0xff));
				}
			}
		});
		return encoded.toString();
	}

	private static boolean isPlain(int codePoint) {
		return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z')
				|| (codePoint >= '0' && codePoint <= '9') || PLAIN.indexOf(codePoint) >= 0;
	}

	private static String shown(String label) {
		String line = LogText.line(label, MAX_LABEL);
		String cut = new Budget(Limits.TEXT_OBJECT).cut(line, MAX_LABEL, Size.ZERO);
		StringBuilder harmless = new StringBuilder(cut.length());
		for (int i = 0; i < cut.length(); i++) {
			int acting = ACTING.indexOf(cut.charAt(i));
			harmless.append((acting >= 0) ? LOOK_ALIKE.charAt(acting) : cut.charAt(i));
		}
		return harmless.isEmpty() ? "link" : Mrkdwn.escape(harmless.toString());
	}

}
