package io.github.slacklogging.benchmark.caller;

import ch.qos.logback.classic.Logger;

/**
 * What is logged, in the three ways in which it is. The exception was made before: what
 * it costs is the application's affair.
 */
final class Request {

	/** A word that each message has once. */
	static final String WORD = "Payment";

	private static final int FRAMES = 30;

	private static final String FORMAT = WORD + " {} failed for user {}";

	private final Integer id = 123_456;

	private final String user = "u-77";

	private final Exception exception = exception();

	void plain(Logger log) {
		log.error(FORMAT, this.id, this.user);
	}

	void throwable(Logger log) {
		log.error(FORMAT, this.id, this.user, this.exception);
	}

	void belowThreshold(Logger log) {
		log.info(FORMAT, this.id, this.user);
	}

	/** With a cause and a stack of 31 frames upon those of whoever asks. */
	private static Exception exception() {
		return recurse(FRAMES);
	}

	private static Exception recurse(int depth) {
		if (depth > 0) {
			return recurse(depth - 1);
		}
		return new IllegalStateException("declined", new IllegalArgumentException("card expired"));
	}

}
