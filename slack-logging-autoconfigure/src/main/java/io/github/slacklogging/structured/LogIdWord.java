package io.github.slacklogging.structured;

import ch.qos.logback.classic.PatternLayout;

/**
 * Makes the conversion word known before Boot reads the first pattern.
 */
final class LogIdWord {

	private static final String WORD = "logId";

	private LogIdWord() {
	}

	/**
	 * Logback's map of built-in words is the only place that a pattern in
	 * {@code application.properties} is looked up in and that survives a reset: the rules
	 * of a context go with it, and Boot resets before it configures. Idempotent; a word
	 * of an application that ran here before, with classes of its own, gives way.
	 */
	static void register() {
		try {
			PatternLayout.DEFAULT_CONVERTER_SUPPLIER_MAP.put(WORD, LogIdConverter::new);
		}
		catch (LinkageError | UnsupportedOperationException ex) {
			// A Logback that keeps its words elsewhere: a conversionRule still works.
		}
	}

}
