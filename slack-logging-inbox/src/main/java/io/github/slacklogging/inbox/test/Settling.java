package io.github.slacklogging.inbox.test;

import java.time.Duration;

/**
 * A bean of this type is asked before each test with {@link SlackInboxTest}, so that what
 * earlier tests caused does not arrive in a later one. Our starter contributes one. Who
 * sends to Slack by other means, and not at once, may contribute another.
 */
@FunctionalInterface
public interface Settling {

	/**
	 * Sends what waits, or drops it. Blocks until nothing waits, at most so long; throws
	 * nothing, for the test has not begun.
	 * @param patience how long
	 */
	void settle(Duration patience);

}
