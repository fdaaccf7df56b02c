package io.github.slacklogging;

/**
 * Where the secret of a destination comes from: a property, a file, a vault. Called on
 * the worker's thread before each send, so it should answer from memory; it may throw,
 * which stops the destination and is tried again later.
 */
@FunctionalInterface
public interface SlackCredentials {

	/**
	 * The secret to use now.
	 * @param destination name of the destination
	 * @return webhook URL or bot token, as the destination's kind asks for
	 */
	Secret credential(String destination);

	/**
	 * Slack refused the secret last given: read it again at the next call.
	 * @param destination name of the destination
	 */
	default void refused(String destination) {
	}

}
