package io.github.slacklogging.autoconfigure;

import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Destination.Kind;
import io.github.slacklogging.Secret;
import io.github.slacklogging.credential.LimitKey;
import io.github.slacklogging.credential.Objection;
import io.github.slacklogging.credential.SecretRule;
import io.github.slacklogging.credential.SecretSource;
import org.jspecify.annotations.Nullable;

/** Reads one destination: webhook or bot, value or file. Collects what is wrong. */
final class DestinationReader {

	private final SecretRules rules;

	private final Problems problems;

	private final SecretFiles files;

	DestinationReader(SecretRules rules, Problems problems) {
		this.rules = rules;
		this.problems = problems;
		this.files = new SecretFiles(problems);
	}

	/**
	 * Reads a destination.
	 * @param name of the destination
	 * @param property full name, without prefix, of the property with the given key
	 * @param from what is configured
	 * @return empty when something is wrong, or when it is not exactly one of webhook and
	 * bot, which is told by whoever knows where it is written
	 */
	Optional<Found> read(String name, UnaryOperator<String> property, DestinationProperties from) {
		if (from.hasWebhook() == from.hasBot()) {
			return Optional.empty();
		}
		return from.hasBot() ? bot(name, property, from) : webhook(name, property, from);
	}

	private Optional<Found> webhook(String name, UnaryOperator<String> property, DestinationProperties from) {
		return source("webhook-url", property, from.webhookUrl(), from.webhookUrlFile(), this.rules.webhook())
			.map((found) -> new Found(new Destination(name, Kind.WEBHOOK, null, LimitKey.of(found.secret(), null)),
					found.source()));
	}

	private Optional<Found> bot(String name, UnaryOperator<String> property, DestinationProperties from) {
		String channel = from.channel();
		if (channel == null) {
			this.problems.add(property.apply("channel"), "is not set, but a bot token is",
					"Name the channel that the bot posts to, by name (#alerts) or id, and invite the bot to it.");
		}
		else if (channel.contains("${")) {
			this.problems.add(property.apply("channel"), "holds a placeholder that nothing resolves",
					"Define the property it refers to.");
		}
		else if (!channel.matches("\\S{1,80}")) {
			this.problems.add(property.apply("channel"), "is not the name or id of a channel",
					"Write it as Slack shows it, for example #alerts, without blanks.");
		}
		return source("bot-token", property, from.botToken(), from.botTokenFile(), this.rules.token())
			.map((found) -> new Found(new Destination(name, Kind.BOT, channel, LimitKey.of(found.secret(), channel),
					LimitKey.ofCredential(found.secret())), found.source()));
	}

	private Optional<SecretFiles.Found> source(String key, UnaryOperator<String> property, @Nullable String value,
			@Nullable String file, SecretRule rule) {
		if (file == null) {
			return (value != null) ? value(property.apply(key), value, rule) : Optional.empty();
		}
		String fileProperty = property.apply(key + "-file");
		if (value != null) {
			this.problems.add(fileProperty, "is set beside " + key, "Keep either.");
			return Optional.empty();
		}
		return this.files.find(fileProperty, file, rule);
	}

	private Optional<SecretFiles.Found> value(String property, String value, SecretRule rule) {
		if (value.equals(SecretSource.FROM_BEAN)) {
			return Optional.of(awaited(property, rule));
		}
		Optional<Objection> objection = rule.objection(value);
		if (objection.isPresent()) {
			this.problems.add(property, objection.get());
			return Optional.empty();
		}
		Secret secret = Secret.of(value);
		return Optional.of(new SecretFiles.Found(secret, SecretSource.fixed(secret)));
	}

	/**
	 * Nobody knows yet which destinations share a secret: webhooks are taken for
	 * different ones, as they should be, and bots for the same, which is the safe side.
	 */
	private SecretFiles.Found awaited(String property, SecretRule rule) {
		String standIn = (rule == this.rules.token()) ? SecretSource.FROM_BEAN
				: SecretSource.FROM_BEAN + " " + property;
		return new SecretFiles.Found(Secret.of(standIn),
				SecretSource.awaited(SlackLoggingProperties.PREFIX + "." + property));
	}

	/** A destination and where its secret comes from. */
	record Found(Destination destination, SecretSource source) {

	}

}
