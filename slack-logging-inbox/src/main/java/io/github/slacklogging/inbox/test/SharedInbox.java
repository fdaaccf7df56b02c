package io.github.slacklogging.inbox.test;

import io.github.slacklogging.inbox.SlackInbox;
import org.jspecify.annotations.Nullable;

/**
 * The one inbox behind all contexts that Spring's tests make. Static, as the cache of
 * these contexts is: they keep its address for as long as the JVM lives, and the logging
 * of the JVM may belong to another one of them. Thread-safe.
 */
final class SharedInbox {

	private static @Nullable SlackInbox running;

	private SharedInbox() {
	}

	static synchronized SlackInbox get() {
		SlackInbox inbox = running;
		if (inbox == null) {
			inbox = SlackInbox.start();
			running = inbox;
		}
		return inbox;
	}

}
