package io.github.slacklogging.benchmark.growth;

import java.util.List;

import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A throwable without a cause, as the appender hands it over.
 *
 * @param type of the throwable
 * @param message of the throwable
 * @param frames of its stack
 * @param identity tells it from others
 */
record RecordedThrowable(String type, String message, List<StackTraceElement> frames,
		int identity) implements ThrowableSnapshot {

	@Override
	public int framesInCommon() {
		return 0;
	}

	@Override
	public @Nullable ThrowableSnapshot cause() {
		return null;
	}

	@Override
	public List<ThrowableSnapshot> suppressed() {
		return List.of();
	}

}
