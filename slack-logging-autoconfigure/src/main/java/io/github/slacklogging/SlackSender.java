package io.github.slacklogging;

import java.util.concurrent.CompletionStage;

/**
 * Asks one thing of Slack for one destination. Thread-safe; never blocks, never throws:
 * every trouble is a {@link SendResult}. The stage completes within the sender's own
 * deadline and never exceptionally.
 */
public interface SlackSender extends AutoCloseable {

	CompletionStage<SendResult> send(Destination destination, SlackCall call);

	/**
	 * Something will be sent soon: what takes long the first time may be made now, on a
	 * thread of the sender's own. May be called again, which does nothing.
	 */
	default void getReady() {
	}

	/** Gives up what is under way and frees connections and threads. Idempotent. */
	@Override
	default void close() {
	}

}
