package io.github.slacklogging.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What links look for, or show, whatever the fields are called in a log store. */
enum LogField {

	LOG_ID, TRACE_ID, LOGGER, LEVEL, MESSAGE, SERVICE, TIMESTAMP;

	private static final String PROPERTY = "slack.logging.link.fields";

	private static final int MAX_NAME = 100;

	/** {@code log-id}. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The field that a word means, written with dashes, with underscores or in one.
	 * @throws IllegalArgumentException where it means none
	 */
	static LogField of(String word) {
		String plain = plain(word);
		return Arrays.stream(values())
			.filter((field) -> plain(field.name()).equals(plain))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(PROPERTY + " may only name the fields "
					+ Arrays.stream(values()).map(LogField::word).collect(Collectors.joining(", "))));
	}

	/**
	 * The name of a field in a log store.
	 * @throws IllegalArgumentException where it cannot be one
	 */
	static String checked(String word, String name) {
		boolean usable = !name.isEmpty() && name.length() <= MAX_NAME
				&& name.chars().noneMatch((c) -> Character.isISOControl(c) || Character.isWhitespace(c));
		if (!usable) {
			throw new IllegalArgumentException(PROPERTY + "." + of(word).word() + " must be a name without blanks, of "
					+ MAX_NAME + " characters at most");
		}
		return name;
	}

	private static String plain(String word) {
		return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

}
