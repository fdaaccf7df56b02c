package io.github.slacklogging.diagnosis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the loggers that the application's other appenders hear and ours never does: the
 * appender knows their names. Thread-safe. Blocks no longer than those appenders do;
 * never throws because of them.
 *
 * @param logger to speak through
 */
record Voice(Logger logger) {

	/** Tells the way of every event. */
	static final String DIAGNOSTICS = "slack.logging.diagnostics";

	/** Tells what is not sent. */
	static final String DRY_RUN = "slack.logging.dry-run";

	/** Tells how it is set up. */
	static final String REPORT = "slack.logging.report";

	static Voice of(String name) {
		return new Voice(LoggerFactory.getLogger(name));
	}

	boolean isHeard() {
		return this.logger.isInfoEnabled();
	}

	boolean isHeardInDetail() {
		return this.logger.isDebugEnabled();
	}

	void say(String text) {
		safely(() -> this.logger.info("{}", text));
	}

	void warn(String text) {
		safely(() -> this.logger.warn("{}", text));
	}

	void detail(String text) {
		safely(() -> this.logger.debug("{}", text));
	}

	// The application's own appenders: whatever they throw must not end a round.
	private static void safely(Runnable speech) {
		try {
			speech.run();
		}
		catch (Throwable ex) {
			// nothing is lost but this line, and there is nobody else to tell it to
		}
	}

}
