package io.github.slacklogging;

import java.util.concurrent.CompletionStage;

/**
 * Asks one thing of Slack for one destination. Thread-safe; never blocks, never throws:
 * every trouble is a {@link SendResult}. The stage completes within the sender's own
 * deadline and never exceptionally.
 */
public interface SlackSender extends AutoCloseable {

	CompletionStage<SendResult> send(Destination destination, SlackCall call);

	/** Gives up what is under way and frees connections and threads. Idempotent. */
	@Override
	default void close() {
	}

}
