package io.github.slacklogging.inbox.test;

/** How bad it is what a message of our starter tells: the colour of the message. */
public enum MessageSeverity {

	/** Also Logback's TRACE. */
	DEBUG(MessageColor.GREY),

	/** What was told on request. */
	INFO(MessageColor.GREEN),

	/** A warning. */
	WARN(MessageColor.ORANGE),

	/** An error. */
	ERROR(MessageColor.RED),

	/** An error that a marker makes critical. */
	CRITICAL(MessageColor.DARK_RED);

	private final MessageColor color;

	MessageSeverity(MessageColor color) {
		this.color = color;
	}

	/**
	 * The colour that says so.
	 * @return of the attachment
	 */
	public MessageColor color() {
		return this.color;
	}

}
