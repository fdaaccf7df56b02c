package io.github.slacklogging.it.probe;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs errors that can be told apart afterwards: each has a number of its own in its
 * message, and each kind a logger of its own. Used by one thread at a time.
 */
final class ErrorSource {

	private static final int LETTERS = 'z' - 'a' + 1;

	private static final int WIDTH = 4;

	private long next;

	/**
	 * A source.
	 * @param first number of the first error
	 */
	ErrorSource(long first) {
		this.next = first;
	}

	/** The kinds take turns. */
	void log(Batch batch) throws InterruptedException {
		Logger[] loggers = new Logger[batch.kinds()];
		for (int kind = 0; kind < loggers.length; kind++) {
			loggers[kind] = LoggerFactory.getLogger("com.acme.faults." + name(kind));
		}
		for (int event = 0; event < batch.events(); event++) {
			loggers[event % loggers.length].error("Something broke, event-{}", this.next++);
			if (batch.isPauseAfter(event)) {
				TimeUnit.MILLISECONDS.sleep(batch.pauseMillis());
			}
		}
	}

	/** Without digits, which a fingerprint may leave out: {@code KindAaab}. */
	static String name(int kind) {
		char[] letters = new char[WIDTH];
		int rest = kind;
		for (int i = WIDTH - 1; i >= 0; i--) {
			letters[i] = (char) ('a' + rest % LETTERS);
			rest /= LETTERS;
		}
		letters[0] = Character.toUpperCase(letters[0]);
		return "Kind" + new String(letters);
	}

	/**
	 * Errors to log.
	 *
	 * @param events how many
	 * @param kinds of how many kinds
	 * @param pauseMillis pause between some of them, 0 for none
	 * @param pauseEvery after how many of them
	 */
	record Batch(int events, int kinds, int pauseMillis, int pauseEvery) {

		private boolean isPauseAfter(int event) {
			return this.pauseMillis > 0 && (event + 1) % this.pauseEvery == 0;
		}

	}

}
