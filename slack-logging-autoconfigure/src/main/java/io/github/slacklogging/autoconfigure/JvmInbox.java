package io.github.slacklogging.autoconfigure;

import java.util.Optional;

import io.github.slacklogging.inbox.SlackInbox;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The inbox of this JVM. Loaded only where the inbox is on the class path.
 */
final class JvmInbox {

	/**
	 * Static because it outlives contexts: after a restart by the developer tools, and
	 * for a second application in the JVM, the page, its port and its messages stay.
	 */
	static final JvmInbox SHARED = new JvmInbox();

	private @Nullable SlackInbox running;

	/**
	 * Starts the inbox, or finds it running.
	 * @param port wanted; when it is taken a free one is used
	 * @param demanded whether it wins over a configured destination
	 * @param log told in one line where the inbox is
	 * @return empty when it cannot be started
	 */
	synchronized Optional<InboxPropertySource> start(int port, boolean demanded, Log log) {
		try {
			SlackInbox inbox = (this.running != null) ? this.running : open(port);
			this.running = inbox;
			boolean moved = port != 0 && inbox.port() != port;
			log.info("Slack messages go to the inbox at " + inbox.url()
					+ (moved ? " (port " + port + " could not be used)" : ""));
			return Optional.of(new InboxPropertySource(inbox.url(), inbox.webhookUrl(), demanded));
		}
		catch (RuntimeException ex) {
			log.warn("The inbox does not start, Slack messages go nowhere: " + ex.getMessage());
			return Optional.empty();
		}
	}

	private static SlackInbox open(int port) {
		try {
			return SlackInbox.start(port);
		}
		catch (RuntimeException ex) {
			return SlackInbox.start();
		}
	}

}
