package io.github.slacklogging.pipeline;

import java.time.Duration;

import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.Tick;

/**
 * A call that tells of nothing which waits in the lane that it goes through.
 *
 * @param call to make, a post
 * @param severity of what it tells
 * @param asked when it was asked for
 * @param forced whether neither a circuit nor a refusal holds it back, and a rate limit
 * not for long
 * @param arrival hears of its end
 */
record Visit(SlackCall call, Severity severity, Tick asked, boolean forced, Wire.Arrival arrival) {

	/** Somebody waits for the answer. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	/** How long it may be held back still. */
	long nanosHeldBack(Wire own, Tick now) {
		if (!this.forced) {
			return Long.MAX_VALUE;
		}
		return own.isRefusedOrOpen() ? 0 : Math.max(0, PATIENCE.minus(now.since(this.asked)).toNanos());
	}

}
