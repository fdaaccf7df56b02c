package io.github.slacklogging.inbox.block;

/** What becomes of a message that is too long somewhere, or has a key nobody knows. */
public enum Strictness {

	/** It is refused, as by Slack. */
	STRICT,

	/**
	 * It passes with a warning. What is wrong in its structure (a missing field, a wrong
	 * type, an empty text) is refused all the same.
	 */
	LENIENT

}
