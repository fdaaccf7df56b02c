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
 * @param credentialKey destinations with the same key share Slack's limits of a
 * workspace: the same credential; likewise
 */
public record Destination(String name, Kind kind, @Nullable String channel, String limitKey, String credentialKey) {

	/** A destination that shares no limit of a workspace with others. */
	public Destination(String name, Kind kind, @Nullable String channel, String limitKey) {
		this(name, kind, channel, limitKey, limitKey);
	}

	/** The same with the channel's id, which Slack tells with the first message. */
	public Destination at(String channelId) {
		return new Destination(this.name, this.kind, channelId, this.limitKey, this.credentialKey);
	}

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
