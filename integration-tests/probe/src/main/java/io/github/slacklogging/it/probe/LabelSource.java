package io.github.slacklogging.it.probe;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Logs lines with names that no mapping can know: every line has an MDC key and a key of
 * a key-value pair of its own. Some are as hostile as a caller can make them. Used by one
 * thread.
 */
final class LabelSource {

	private static final Logger LOGGER = LoggerFactory.getLogger("com.acme.search.Labels");

	/** Each is made different by the number behind it, or is not. */
	private static final List<String> HOSTILE = List.of("", " ", ".", "..", "...", ".a", "a.", "a..b", "a", "a.b",
			"a.b.c.d.e.f.g.h", "_id", "_source", "_index", "@timestamp", "message", "labels", "labels.labels",
			"error.stack_trace", "log_id", "*", "a*", "?", "\"", "\\", "\\u0041", "{}", "[0]", "{\"a\":1}",
			"${env:PATH}", "%d%n", "\n", "\t\r\n", "\u0000", "\u001b[31m", "\u202e", "\ufeff", "\ud83d\ude00", "\ud83d",
			"\ude00", "ß", "İ", "ключ", "鍵", "__proto__", "constructor", "null", "true", "1", "-1e400", "NaN",
			"2026-11-26T20:46:15Z", "127.0.0.1", "k".repeat(255), "k".repeat(10_000), "k.".repeat(500),
			"\ud83d\ude00".repeat(300));

	/**
	 * Logs a line for each key.
	 * @param lines how many; the hostile ones come first, where there is room for them
	 * @return how many of them were hostile
	 */
	int log(int lines) {
		int hostile = Math.min(lines, 2 * HOSTILE.size());
		for (int line = 1; line <= lines; line++) {
			String key = (line <= hostile) ? hostile(line - 1) : "user-" + line;
			String value = (line <= hostile) ? hostile(hostile - line) : "value-" + line;
			log(line, key, value);
		}
		return hostile;
	}

	/** First as they are, then with a number. */
	private static String hostile(int place) {
		String key = HOSTILE.get(place % HOSTILE.size());
		return (place < HOSTILE.size()) ? key : key + place;
	}

	private static void log(int line, String key, String value) {
		try (MDC.MDCCloseable label = MDC.putCloseable(key, value)) {
			LOGGER.atInfo().addKeyValue("order-" + line, line).addKeyValue(key + ".sub", value).log("Label {}", line);
		}
	}

}
