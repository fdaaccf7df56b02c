package io.github.slacklogging;

import java.util.Locale;

/** What became of one attempt to send a message. */
public enum MessageOutcome {

	/** Slack acknowledged it. */
	DELIVERED,

	/** Slack asked to wait. */
	THROTTLED,

	/** Not delivered; what it told waits for another attempt. */
	FAILED,

	/** Slack will never accept it. */
	REJECTED,

	/** It may have arrived; what it told waits for another attempt, marked. */
	AMBIGUOUS;

	private final String tag = name().toLowerCase(Locale.ROOT);

	/** Value of the meter's tag. */
	public String tag() {
		return this.tag;
	}

}
