package io.github.slacklogging.testing;

import java.util.List;

import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A throwable without frames, for tests. Immutable.
 *
 * @param type class name
 * @param message its message
 * @param cause its cause
 */
public record FixedThrowable(String type, @Nullable String message,
		@Nullable ThrowableSnapshot cause) implements ThrowableSnapshot {

	@Override
	public List<StackTraceElement> frames() {
		return List.of();
	}

	@Override
	public int framesInCommon() {
		return 0;
	}

	@Override
	public List<ThrowableSnapshot> suppressed() {
		return List.of();
	}

	@Override
	public int identity() {
		return 0;
	}

}
