package io.github.slacklogging.link;

/** What an event must fulfil to be found. Values are masked, and as they were logged. */
sealed interface Criterion {

	/**
	 * A field holds exactly this.
	 *
	 * @param field not {@link LogField#MESSAGE}
	 * @param value not empty
	 */
	record Is(LogField field, String value) implements Criterion {

	}

	/**
	 * The message holds these whole words, in this order and with just these blanks, so
	 * that stores that search for words and stores that search for text both find them.
	 *
	 * @param phrase not empty, begins and ends with no blank
	 */
	record Says(String phrase) implements Criterion {

	}

}
