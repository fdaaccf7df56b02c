package io.github.slacklogging.it.probe;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs what an application logs that is in order: lines that can be told apart by their
 * number, in the message, in a key-value pair and in the MDC; some of them are errors.
 * Used by one thread at a time.
 */
final class LineSource {

	private static final Logger LOGGER = LoggerFactory.getLogger("com.acme.search.Lines");

	private long next;

	/**
	 * A source.
	 * @param first number of the first line
	 */
	LineSource(long first) {
		this.next = first;
	}

	void log(Batch batch) throws InterruptedException {
		String padding = " lorem".repeat(batch.padding() / " lorem".length());
		for (int line = 1; line <= batch.lines(); line++) {
			log(this.next++, padding, batch.errorEvery() > 0 && line % batch.errorEvery() == 0);
			if (batch.pauseMillis() > 0 && line % batch.pauseEvery() == 0) {
				TimeUnit.MILLISECONDS.sleep(batch.pauseMillis());
			}
		}
	}

	private static void log(long number, String padding, boolean error) {
		try (MDC.MDCCloseable request = MDC.putCloseable("request", "req-" + number)) {
			LoggingEventBuilder builder = error
					? LOGGER.atError().setCause(new IllegalStateException("Broken by " + number)) : LOGGER.atInfo();
			builder.addKeyValue("number", number).log("Line {} was read{}", number, padding);
		}
	}

	/**
	 * Says something in every place that an event has for a text.
	 * @param text any
	 */
	void say(String text) {
		try (MDC.MDCCloseable said = MDC.putCloseable("said", text)) {
			LOGGER.atInfo()
				.addKeyValue("told", text)
				.setCause(new IllegalStateException("Told: " + text))
				.log("Somebody says {}", text);
			LOGGER.atInfo().log(text);
		}
	}

	/**
	 * Lines to log.
	 *
	 * @param lines how many
	 * @param errorEvery after how many of them one is an error, 0 for none
	 * @param pauseMillis pause between some of them, 0 for none
	 * @param pauseEvery after how many of them
	 * @param padding how much longer than usual each is, in characters
	 */
	record Batch(int lines, int errorEvery, int pauseMillis, int pauseEvery, int padding) {

	}

}
