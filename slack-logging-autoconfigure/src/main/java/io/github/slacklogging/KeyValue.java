package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * A key-value pair of the log call, as it was at the moment of the call.
 *
 * @param key name, possibly empty
 * @param value a {@link String}, {@link Number}, {@link Boolean} or {@code null};
 * anything else was rendered as text on the caller's thread, because it may change
 * afterwards
 */
public record KeyValue(String key, @Nullable Object value) {

	public String text() {
		return String.valueOf(this.value);
	}

}
