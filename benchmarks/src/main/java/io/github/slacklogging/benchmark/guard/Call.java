package io.github.slacklogging.benchmark.guard;

import java.util.Locale;

import ch.qos.logback.classic.Logger;

/** What is logged. */
enum Call {

	/** An event that the subject does not want. */
	BELOW {
		@Override
		void log(Logger log, int times) {
			for (int i = 0; i < times; i++) {
				log.info("Payment {} for user {}", ID, USER);
			}
		}
	},

	/** An error with two arguments. */
	PLAIN {
		@Override
		void log(Logger log, int times) {
			for (int i = 0; i < times; i++) {
				log.error("Payment {} failed for user {}", ID, USER);
			}
		}
	},

	/** Likewise with an exception of 31 frames that has a cause. */
	THROWABLE {
		@Override
		void log(Logger log, int times) {
			for (int i = 0; i < times; i++) {
				log.error("Payment {} failed for user {}", ID, USER, EXCEPTION);
			}
		}
	};

	private static final Integer ID = 123_456;

	private static final String USER = "u-77";

	private static final Exception EXCEPTION = exception(30);

	private static Exception exception(int depth) {
		if (depth > 0) {
			return exception(depth - 1);
		}
		return new IllegalStateException("declined", new IllegalArgumentException("card expired"));
	}

	abstract void log(Logger log, int times);

	/** As in the names of bounds. */
	String inWords() {
		return name().toLowerCase(Locale.ROOT);
	}

}
