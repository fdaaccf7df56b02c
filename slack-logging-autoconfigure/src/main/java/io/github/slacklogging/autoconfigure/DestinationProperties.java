package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Severity;
import io.github.slacklogging.credential.SecretSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * A destination: an incoming webhook or a bot with its channel. Blank means not set.
 *
 * @param webhookUrl incoming webhook
 * @param webhookUrlFile file that holds the incoming webhook
 * @param botToken bot token
 * @param botTokenFile file that holds the bot token
 * @param channel channel, by name or id, that the bot posts to
 * @param fallback name of the destination that takes over while this one is refused or
 * left alone
 * @param fallbackAfter how long that must have lasted
 * @param mention who is called: here, channel, or the id of a user group or a user
 * @param mentionLevel lowest severity that calls
 * @param mentionCooldown how long nobody is called again
 */
record DestinationProperties(@Nullable String webhookUrl, @Nullable String webhookUrlFile, @Nullable String botToken,
		@Nullable String botTokenFile, @Nullable String channel, @Nullable String fallback,
		@DefaultValue("1m") Duration fallbackAfter, @Nullable String mention,
		@DefaultValue("CRITICAL") Severity mentionLevel, @DefaultValue("30m") Duration mentionCooldown) {

	private static final Duration SOON = Duration.ofMinutes(1);

	private static final Duration COOLDOWN = Duration.ofMinutes(30);

	DestinationProperties {
		webhookUrl = textOrNull(webhookUrl);
		webhookUrlFile = textOrNull(webhookUrlFile);
		botToken = textOrNull(botToken);
		botTokenFile = textOrNull(botTokenFile);
		channel = textOrNull(channel);
		fallback = textOrNull(fallback);
		mention = textOrNull(mention);
	}

	/** A destination that none takes over. */
	static DestinationProperties of(@Nullable String webhookUrl, @Nullable String webhookUrlFile,
			@Nullable String botToken, @Nullable String botTokenFile, @Nullable String channel) {
		return new DestinationProperties(webhookUrl, webhookUrlFile, botToken, botTokenFile, channel, null, SOON, null,
				Severity.CRITICAL, COOLDOWN);
	}

	boolean hasWebhook() {
		return this.webhookUrl != null || this.webhookUrlFile != null;
	}

	boolean hasBot() {
		return this.botToken != null || this.botTokenFile != null;
	}

	boolean hasNone() {
		return !hasWebhook() && !hasBot();
	}

	/**
	 * What a dry run needs to go on without a secret: a bot where there is a channel,
	 * otherwise a webhook.
	 */
	Destination pretended(String name) {
		return (this.channel != null) ? new Destination(name, Destination.Kind.BOT, this.channel, name)
				: new Destination(name, Destination.Kind.WEBHOOK, null, name);
	}

	/** What is or may be a secret, usable or not. */
	Stream<String> secrets() {
		return Stream.of(this.webhookUrl, this.botToken)
			.filter(Objects::nonNull)
			.filter((text) -> !text.equals(SecretSource.FROM_BEAN));
	}

	DestinationProperties webhookOnly() {
		return DestinationProperties.of(this.webhookUrl, this.webhookUrlFile, null, null, null);
	}

	DestinationProperties botOnly() {
		return DestinationProperties.of(null, null, this.botToken, this.botTokenFile, this.channel);
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
