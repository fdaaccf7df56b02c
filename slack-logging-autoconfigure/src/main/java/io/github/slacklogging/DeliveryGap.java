package io.github.slacklogging;

import java.time.Instant;

/**
 * A time in which nothing reached a destination, told before what gathered meanwhile.
 * Immutable; holds no log text.
 *
 * @param cause why
 * @param from when it began; for a restart when the present run began
 * @param to when it ended, as far as is known
 * @param reason what Slack or the network said, empty for a restart
 * @param kinds that gathered meanwhile
 * @param events that gathered meanwhile
 * @param dropped events that were lost meanwhile, all reasons together
 */
public record DeliveryGap(Cause cause, Instant from, Instant to, String reason, long kinds, long events, long dropped) {

	/** Why nothing reached the destination. */
	public enum Cause {

		/** Slack was not reachable, or refused. */
		UNREACHABLE,

		/** The application crashed; what it had not told was kept on disk. */
		CRASH,

		/** The application ended in order, but could not tell everything. */
		STOP

	}

}
