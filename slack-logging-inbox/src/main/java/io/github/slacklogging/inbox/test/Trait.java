package io.github.slacklogging.inbox.test;

import java.util.List;
import java.util.Optional;

import io.github.slacklogging.inbox.InboxMessage;

/**
 * Something that is true of a message or not. Immutable.
 *
 * @param words how a sentence goes on that begins with "a message"
 * @param judge tells what is true instead
 */
record Trait(String words, Judge judge) {

	/** Looks at a message, and at all others where it must. */
	@FunctionalInterface
	interface Judge {

		/**
		 * Judges.
		 * @param message that may have the trait
		 * @param all messages that are there
		 * @return empty if it has the trait, else what is so instead
		 */
		Optional<String> objection(InboxMessage message, List<InboxMessage> all);

	}

}
