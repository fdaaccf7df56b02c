package io.github.slacklogging;

import java.time.Duration;

/**
 * Hears what happens to events that are shipped: the books are kept through it. Called on
 * the worker's thread, {@link #dropped} and {@link #accepted} also on threads that log,
 * so an implementation must be thread-safe and fast, and must not throw.
 *
 * <p>
 * The unit is one event. At every moment <em>accepted = indexed + waiting + dropped</em>.
 */
public interface ShippingListener {

	/** Events that from now on must be indexed or dropped. */
	default void accepted(Severity severity, long count) {
	}

	/** Accepted events that the cluster acknowledged. */
	default void indexed(Severity severity, long count) {
	}

	/** Accepted events that will not be indexed. */
	default void dropped(DropReason reason, Severity severity, long count) {
	}

	/**
	 * One HTTP exchange ended.
	 * @param status HTTP status, or a word for what kept an answer away
	 * @param duration of the exchange
	 */
	default void requestCompleted(String status, Duration duration) {
	}

}
