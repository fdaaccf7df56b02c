package io.github.slacklogging;

import java.util.Objects;

/**
 * A credential. Its text is only given on request and never by {@link #toString()}.
 * Immutable, not serialisable.
 */
public final class Secret {

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	public static Secret of(String value) {
		return new Secret(Objects.requireNonNull(value, "value"));
	}

	/** The secret text. It must not reach a message, a log or an exception. */
	public String reveal() {
		return this.value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Secret that && this.value.equals(that.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return "***";
	}

}
