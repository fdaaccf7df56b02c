package io.github.slacklogging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A destination: an incoming webhook or a bot with its channel. Blank means not set.
 *
 * @param webhookUrl incoming webhook
 * @param webhookUrlFile file that holds the incoming webhook
 * @param botToken bot token
 * @param botTokenFile file that holds the bot token
 * @param channel channel, by name or id, that the bot posts to
 */
record DestinationProperties(@Nullable String webhookUrl, @Nullable String webhookUrlFile, @Nullable String botToken,
		@Nullable String botTokenFile, @Nullable String channel) {

	DestinationProperties {
		webhookUrl = textOrNull(webhookUrl);
		webhookUrlFile = textOrNull(webhookUrlFile);
		botToken = textOrNull(botToken);
		botTokenFile = textOrNull(botTokenFile);
		channel = textOrNull(channel);
	}

	boolean hasWebhook() {
		return this.webhookUrl != null || this.webhookUrlFile != null;
	}

	boolean hasBot() {
		return this.botToken != null || this.botTokenFile != null;
	}

	DestinationProperties webhookOnly() {
		return new DestinationProperties(this.webhookUrl, this.webhookUrlFile, null, null, null);
	}

	DestinationProperties botOnly() {
		return new DestinationProperties(null, null, this.botToken, this.botTokenFile, this.channel);
	}

	private static @Nullable String textOrNull(@Nullable String text) {
		return StringUtils.hasText(text) ? text.strip() : null;
	}

	// A secret may stand in the wrong property, so no value is printed but the channel.
	@Override
	public String toString() {
		return "DestinationProperties[webhook=" + hasWebhook() + ", bot=" + hasBot() + "]";
	}

}
