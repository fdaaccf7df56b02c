package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * Where the secret of a destination comes from: a property, a file, a vault. An
 * application may contribute beans of it: each is asked for every destination in its
 * order, the first that knows a secret wins, and it wins over what is configured. A
 * destination that only a bean knows is configured with {@code from-bean} in place of its
 * webhook URL or bot token.
 *
 * <p>
 * Called on the worker's thread before each send, so it has to answer from memory: while
 * it blocks nothing is told anywhere, and after ten seconds the library says on stderr
 * which method it waits for. Whoever asks a vault does so on a thread of its own, with
 * time-outs.
 */
@FunctionalInterface
public interface SlackCredentials {

	/**
	 * The secret to use now. What is no secret for the destination (blank, the wrong kind
	 * of token, a URL with a host that is not allowed) is not used and told without its
	 * text, and so is an exception, by its type alone. Then the secret that was given
	 * last goes on, unless Slack refused it, or else the configured one. Without either
	 * the destination is stopped and asked for again after a minute and later; what waits
	 * for it is kept.
	 * @param destination name of the destination
	 * @return webhook URL or bot token, as the destination's kind asks for; {@code null}
	 * for a destination that it does not know
	 */
	@Nullable Secret credential(String destination);

	/**
	 * Slack refused the secret last given, for example because a token expired: get
	 * another one until the next call, which follows at once and once more with each
	 * further attempt.
	 * @param destination name of the destination
	 */
	default void refused(String destination) {
	}

}
