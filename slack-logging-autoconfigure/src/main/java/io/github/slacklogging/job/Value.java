package io.github.slacklogging.job;

import java.util.Set;

import io.github.slacklogging.BoundedJson;
import io.github.slacklogging.BoundedText;
import org.jspecify.annotations.Nullable;

/** What an application says of a job, as it is now and of bounded length. Stateless. */
final class Value {

	static final int MAX_NAME_LENGTH = 200;

	static final int MAX_LENGTH = 1_000;

	/** By class, as some numbers change and some can be extended. */
	private static final Set<Class<?>> PLAIN = Set.of(Boolean.class, Integer.class, Long.class, Double.class,
			Float.class, Short.class, Byte.class);

	private Value() {
	}

	/** Numbers and truths as they are, anything else as text. */
	static @Nullable Object of(@Nullable Object value) {
		if (value == null || PLAIN.contains(value.getClass())) {
			return value;
		}
		return (value instanceof String text) ? text(text) : BoundedJson.of(value, MAX_LENGTH);
	}

	/** A sentence. */
	static String text(@Nullable String text) {
		return BoundedText.cut(String.valueOf(text), MAX_LENGTH);
	}

	/** A name, on one line. */
	static String name(@Nullable String name, String otherwise) {
		String line = BoundedText.cut(String.valueOf(name), MAX_NAME_LENGTH)
			.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
		return line.isBlank() ? otherwise : line.strip();
	}

}
