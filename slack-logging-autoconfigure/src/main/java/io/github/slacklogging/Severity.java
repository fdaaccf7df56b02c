package io.github.slacklogging;

/**
 * How bad an event is. Logback's TRACE counts as {@link #DEBUG}; {@link #CRITICAL} is an
 * ERROR raised by a marker. The order of the constants is the order of severity.
 */
public enum Severity {

	/** For developers only. */
	DEBUG("#808080"),

	/** Normal business. */
	INFO("#36a64f"),

	/** Something to look at, not now. */
	WARN("#ff9900"),

	/** Something failed. */
	ERROR("#ff0000"),

	/** Wake somebody up. Waits for nothing. */
	CRITICAL("#990000");

	private final String color;

	Severity(String color) {
		this.color = color;
	}

	/**
	 * Colour of the bar beside the message.
	 * @return {@code #rrggbb}
	 */
	public String color() {
		return this.color;
	}

	public boolean isAtLeast(Severity other) {
		return compareTo(other) >= 0;
	}

}
