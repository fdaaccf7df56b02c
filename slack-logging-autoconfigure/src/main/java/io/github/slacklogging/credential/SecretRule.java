package io.github.slacklogging.credential;

import java.util.Optional;

import io.github.slacklogging.SlackHosts;

/**
 * What a usable secret looks like. Stateless, never blocks, never calls anybody; what it
 * says never holds the secret.
 */
@FunctionalInterface
public interface SecretRule {

	/**
	 * What is wrong with the secret.
	 * @param secret trimmed, not empty
	 * @return empty when it may be used
	 */
	Optional<Objection> objection(String secret);

	/** URL of an incoming webhook. */
	static SecretRule webhookUrl(SlackHosts hosts) {
		return new WebhookUrlRule(hosts);
	}

	/**
	 * Token for the Web API.
	 * @param shaped whether it must look like Slack's; a stand-in for Slack has its own
	 */
	static SecretRule botToken(boolean shaped) {
		return new BotTokenRule(shaped);
	}

	/** Password of a user. */
	static SecretRule password() {
		return new PasswordRule();
	}

	/** Key that stands behind the word {@code ApiKey}. */
	static SecretRule apiKey() {
		return new HeaderTokenRule("ApiKey");
	}

	/** Token that stands behind the word {@code Bearer}. */
	static SecretRule bearerToken() {
		return new HeaderTokenRule("Bearer");
	}

}
