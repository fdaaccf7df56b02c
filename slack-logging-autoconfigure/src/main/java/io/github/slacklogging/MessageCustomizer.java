package io.github.slacklogging;

/**
 * Adds fields and links to messages about one kind of event. A bean of this type is asked
 * on the worker's thread, one message at a time; it should answer from memory. It may
 * throw, which keeps what was there and is said on the error stream.
 */
@FunctionalInterface
public interface MessageCustomizer {

	/**
	 * What the message shows besides the built-in parts.
	 * @param group masked already
	 * @param present what the customizers before this one added
	 * @return {@code present} or more
	 */
	MessageExtras customize(MaskedGroup group, MessageExtras present);

}
