package io.github.slacklogging;

import java.time.Duration;

/**
 * Hears what happens to events: the books are kept through it. Called on the worker's
 * thread, {@link #dropped} and {@link #accepted} also on threads that log,
 * {@link #masked} also on the worker that ships to OpenSearch, so an implementation must
 * be thread-safe and fast. It may throw; nobody else notices.
 *
 * <p>
 * The unit is one event at one destination. At every moment <em>accepted + recovered =
 * delivered + waiting + dropped</em>; filtered events are not accepted.
 */
public interface PipelineListener {

	/** Events that from now on must be delivered or dropped. */
	default void accepted(Severity severity, long count) {
	}

	/** Events that an earlier run left, to be delivered or dropped from now on. */
	default void recovered(Severity severity, long count) {
	}

	/** Events that a filter or the route {@code none} kept away from Slack. */
	default void filtered(Severity severity, long count) {
	}

	/** Accepted events that will not be told. */
	default void dropped(DropReason reason, Severity severity, long count) {
	}

	/** Accepted events that an acknowledged message told of. */
	default void delivered(String destination, Severity severity, DeliveryKind how, long count) {
	}

	/** One attempt to send a message ended. */
	default void messageSettled(String destination, Severity severity, MessageOutcome outcome) {
	}

	/**
	 * One HTTP exchange ended.
	 * @param destination name of the destination
	 * @param status {@link SendResult#status()}
	 * @param duration of the exchange
	 */
	default void requestCompleted(String destination, String status, Duration duration) {
	}

	/**
	 * Something due was acknowledged.
	 * @param destination name of the destination
	 * @param sinceDue from the moment it was due to the acknowledgement
	 */
	default void deliveryLatency(String destination, Duration sinceDue) {
	}

	/** Values were masked on their way out. */
	default void masked(String rule, long count) {
	}

	/** The appender had been taken off its logger and was put back. */
	default void appenderReattached() {
	}

}
