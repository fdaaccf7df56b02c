package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.PropertyResolver;
import org.springframework.util.StringUtils;

/**
 * The short form of destination 'default': the properties at the top with their fallbacks
 * in environment variables. A bot is preferred to a webhook, but a token that merely lies
 * in the environment, without any channel, does not displace a webhook.
 *
 * @param properties webhook or bot, never both
 * @param fromEnvironment environment variables that were used
 * @param notices what was left aside
 */
record DefaultDestination(DestinationProperties properties, List<String> fromEnvironment, List<String> notices) {

	static final String WEBHOOK_VARIABLE = "SLACK_WEBHOOK_URL";

	static final String TOKEN_VARIABLE = "SLACK_BOT_TOKEN";

	static final String CHANNEL_VARIABLE = "SLACK_CHANNEL";

	/** Refused with the right words where the value is read. */
	private static final String UNRESOLVED = "${}";

	static DefaultDestination of(DestinationProperties shortForm, PropertyResolver environment) {
		List<String> used = new ArrayList<>();
		String webhook = shortForm.hasWebhook() ? null : variable(environment, WEBHOOK_VARIABLE, used);
		String token = shortForm.hasBot() ? null : variable(environment, TOKEN_VARIABLE, used);
		String channel = (shortForm.channel() != null) ? null : variable(environment, CHANNEL_VARIABLE, used);
		DestinationProperties all = DestinationProperties.of((webhook != null) ? webhook : shortForm.webhookUrl(),
				shortForm.webhookUrlFile(), (token != null) ? token : shortForm.botToken(), shortForm.botTokenFile(),
				(channel != null) ? channel : shortForm.channel());
		boolean lonelyToken = token != null && all.channel() == null;
		if (!all.hasBot() || (lonelyToken && all.hasWebhook())) {
			List<String> notices = lonelyToken
					? List.of(TOKEN_VARIABLE + " is not used: there is no channel for it, and there is a webhook")
					: List.of();
			return new DefaultDestination(all.webhookOnly(), used, notices);
		}
		List<String> notices = all.hasWebhook()
				? List.of("Destination 'default' is the bot; the webhook that is configured too is not used")
				: List.of();
		return new DefaultDestination(all.botOnly(), used, notices);
	}

	/** What the variables hold, whether it is used or not. */
	static List<String> secrets(PropertyResolver environment) {
		return Stream.of(WEBHOOK_VARIABLE, TOKEN_VARIABLE)
			.map((name) -> value(environment, name))
			.filter(StringUtils::hasText)
			.toList();
	}

	boolean isConfigured() {
		return this.properties.hasWebhook() || this.properties.hasBot();
	}

	/**
	 * Name of a property for messages to humans, with the variable it came from.
	 * @param key for example {@code webhook-url}
	 */
	String name(String key) {
		String variable = switch (key) {
			case "webhook-url" -> WEBHOOK_VARIABLE;
			case "bot-token" -> TOKEN_VARIABLE;
			default -> CHANNEL_VARIABLE;
		};
		boolean fallback = !key.endsWith("-file") && this.fromEnvironment.contains(variable);
		return fallback ? key + " (from " + variable + ")" : key;
	}

	private static @Nullable String variable(PropertyResolver environment, String name, List<String> used) {
		String value = value(environment, name);
		if (!StringUtils.hasText(value)) {
			return null;
		}
		used.add(name);
		return value;
	}

	/** The exception of Spring's resolver quotes the value, so it ends here. */
	private static @Nullable String value(PropertyResolver environment, String name) {
		try {
			return environment.getProperty(name);
		}
		catch (IllegalArgumentException ex) {
			return UNRESOLVED;
		}
	}

}
