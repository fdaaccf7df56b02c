package io.github.slacklogging.it.fault;

import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;

/**
 * Of how many events one message tells, as a human could count them. Immutable.
 *
 * @param form what kind of message it is
 * @param mayBeRepeat whether it says that it may have been told before
 * @param kinds the kinds it shows
 * @param summarised events it counts without showing their kind
 * @param summarisedErrors those of them that are ERROR or worse, as all that a probe logs
 */
record ToldMessage(Form form, boolean mayBeRepeat, List<Kind> kinds, long summarised, long summarisedErrors) {

	ToldMessage {
		kinds = List.copyOf(kinds);
	}

	ToldMessage(Form form, boolean mayBeRepeat, List<Kind> kinds, long summarised) {
		this(form, mayBeRepeat, kinds, summarised, summarised);
	}

	/**
	 * Reads a message.
	 * @param message as the inbox took it
	 * @throws AssertionError if it does not say how many events it tells of, or
	 * contradicts itself
	 */
	static ToldMessage of(InboxMessage message) {
		return new ToldReader(message).read();
	}

	long events() {
		return this.kinds.stream().mapToLong(Kind::events).sum() + this.summarised;
	}

	/** What kind of message it is. */
	enum Form {

		/** A kind for the first time. */
		FIRST,

		/** A kind that was told before. */
		ONGOING,

		/** A kind that has gone quiet; how many events there were in all. */
		QUIET,

		/** Many new kinds in one banner; how many events there were in all. */
		STORM,

		/** Several kinds by severity. */
		SUMMARY,

		/** About a time without delivery; the events it counts are told by others. */
		NOTE

	}

	/**
	 * A kind that is shown.
	 *
	 * @param name the first word of its subject: the simple name of logger or exception
	 * @param events how many are told now, or in all
	 * @param numbers numbers {@code event-<n>} in the one text that is shown; empty where
	 * that is a template
	 */
	record Kind(String name, long events, List<Long> numbers) {

		Kind {
			numbers = List.copyOf(numbers);
		}

	}

}
