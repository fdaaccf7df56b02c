package io.github.slacklogging.appender;

import org.jspecify.annotations.Nullable;

/**
 * Keys under which an exception, or its printed trace, is expected, regardless of case.
 * "cause" is not among them: it stands beside the exception that it caused.
 */
final class ThrowableKeys {

	private static final String[] OF_EXCEPTIONS = { "exception", "error", "err", "ex", "throwable" };

	/** With the names that ECS and OpenTelemetry have for it. */
	private static final String[] OF_TRACES = { "trace", "stack_trace", "stacktrace", "error.stack_trace",
			"exception.stacktrace" };

	private ThrowableKeys() {
	}

	static boolean meanException(@Nullable String key) {
		return isAmong(OF_EXCEPTIONS, key);
	}

	static boolean meanTrace(@Nullable String key) {
		return isAmong(OF_TRACES, key);
	}

	static boolean contain(@Nullable String key) {
		return meanException(key) || meanTrace(key);
	}

	private static boolean isAmong(String[] keys, @Nullable String key) {
		for (String known : keys) {
			if (known.equalsIgnoreCase(key)) {
				return true;
			}
		}
		return false;
	}

}
