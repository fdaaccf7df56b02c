package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * A named place in Slack. Holds no secret: {@link SlackCredentials} gives it by name.
 *
 * @param name as configured, for example {@code default} or {@code oncall}
 * @param kind how it is reached
 * @param channel channel name or id; {@code null} for a webhook, which has its own
 * @param limitKey destinations with the same key share Slack's rate limit: the same
 * credential and channel; opaque, holds no secret
 */
public record Destination(String name, Kind kind, @Nullable String channel, String limitKey) {

	/** The destination that takes what no route names. */
	public static final String DEFAULT = "default";

	/** The route target that means "not to Slack". */
	public static final String NONE = "none";

	/** How a destination is reached. */
	public enum Kind {

		/** An incoming webhook: one URL, one channel, no edits. */
		WEBHOOK,

		/** A bot token and the Web API. */
		BOT

	}

}
