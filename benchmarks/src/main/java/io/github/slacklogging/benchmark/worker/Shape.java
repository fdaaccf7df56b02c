package io.github.slacklogging.benchmark.worker;

import ch.qos.logback.classic.Logger;

/** What an error of an application looks like. */
public enum Shape {

	/** A template and an argument. */
	PLAIN("plain") {

		@Override
		void log(Logger log, int kind, int number) {
			log.error("Order {} of kind " + kind + " failed", number);
		}

	},

	/** With a throwable of 40 frames that has a cause. */
	THROWABLE("with a throwable of 40 frames and its cause") {

		@Override
		void log(Logger log, int kind, int number) {
			log.error("Order {} failed", number, Traces.exception(kind, 40, "Order " + number + " was refused"));
		}

	},

	/** With a throwable of 120 frames, as a web application with filters and proxies. */
	DEEP("with a throwable of 120 frames and its cause") {

		@Override
		void log(Logger log, int kind, int number) {
			log.error("Order {} failed", number, Traces.exception(kind, 120, "Order " + number + " was refused"));
		}

	},

	/** Some 2,000 characters with secrets, addresses and control characters. */
	DIRTY("dirty text of 2,000 characters and a throwable of 40 frames") {

		@Override
		void log(Logger log, int kind, int number) {
			log.error("Order {} failed: {}", number, DIRT, Traces.exception(kind, 40, DIRT.substring(0, 200)));
		}

	};

	private static final String DIRT = ("login of jane@example.com failed: password=hunter2, Authorization: Bearer "
			+ "abcdef0123456789abcdef\r\n\tcard 4111 1111 1111 1111, {\"apiKey\":\"abc-123\"} \u001b[31mssn "
			+ "123-45-6789\u001b[0m, redis://app:s3cret@cache:6379/0 \u202e<!channel> *bold* `code` & ")
		.repeat(9)
		.substring(0, 2_000);

	private final String words;

	Shape(String words) {
		this.words = words;
	}

	/** Follows the word "errors". */
	String words() {
		return this.words;
	}

	/**
	 * Logs one of them.
	 * @param log to log with
	 * @param kind of the error
	 * @param number of the event
	 */
	abstract void log(Logger log, int kind, int number);

}
