package io.github.slacklogging.benchmark.guard;

import java.util.Locale;

/** Whose cost is measured. */
enum Subject {

	/**
	 * An appender that keeps the latest event, as the compiler would make none otherwise.
	 */
	NOOP,

	/** The appender before the pipeline, with {@code message.location=never}. */
	NEVER,

	/** Likewise with {@code message.location=auto}. */
	AUTO,

	/** The appender before a full buffer that nobody empties. */
	FULL;

	/** As in the names of bounds. */
	String inWords() {
		return name().toLowerCase(Locale.ROOT);
	}

}
