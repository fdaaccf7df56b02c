package io.github.slacklogging.slack;

import org.jspecify.annotations.Nullable;

/**
 * What came back, as far as it matters.
 *
 * @param status HTTP status
 * @param body text, cut at {@link #MAX_BYTES}
 * @param retryAfter header {@code Retry-After}
 * @param date header {@code Date}
 */
record Answer(int status, String body, @Nullable String retryAfter, @Nullable String date) {

	/** More than Slack ever answers; the rest of a longer body is not read. */
	static final int MAX_BYTES = 64 * 1024;

}
