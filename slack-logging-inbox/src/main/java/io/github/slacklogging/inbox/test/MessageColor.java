package io.github.slacklogging.inbox.test;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The colours that our starter gives to messages, by severity. */
public enum MessageColor {

	/** Of {@link MessageSeverity#DEBUG}. */
	GREY("#808080"),

	/** Of {@link MessageSeverity#INFO}. */
	GREEN("#36a64f"),

	/** Of {@link MessageSeverity#WARN}. */
	ORANGE("#ff9900"),

	/** Of {@link MessageSeverity#ERROR}. */
	RED("#ff0000"),

	/** Of {@link MessageSeverity#CRITICAL}. */
	DARK_RED("#990000");

	private final String hex;

	MessageColor(String hex) {
		this.hex = hex;
	}

	/**
	 * As it is sent.
	 * @return for example {@code #ff0000}
	 */
	public String hex() {
		return this.hex;
	}

	static Optional<MessageColor> of(String color) {
		return Stream.of(values()).filter((each) -> each.hex.equals(normalized(color))).findFirst();
	}

	/** Slack takes a colour with and without its hash, in any case. */
	static String normalized(String color) {
		String lower = color.toLowerCase(Locale.ROOT);
		return lower.matches("[0-9a-f]{6}") ? "#" + lower : lower;
	}

	@Override
	public String toString() {
		return name() + " (" + this.hex + ")";
	}

}
