package io.github.slacklogging.autoconfigure;

import java.net.URI;

import io.github.slacklogging.Destination.Kind;
import io.github.slacklogging.SlackHosts;
import io.github.slacklogging.credential.SecretRule;

/**
 * What secrets must look like, wherever they come from.
 *
 * @param webhook of a webhook's
 * @param token of a bot's
 */
record SecretRules(SecretRule webhook, SecretRule token) {

	static SecretRules of(SlackHosts hosts, URI apiUrl) {
		return new SecretRules(SecretRule.webhookUrl(hosts), SecretRule.botToken(hosts.isApiHost(apiUrl.getHost())));
	}

	SecretRule of(Kind kind) {
		return (kind == Kind.BOT) ? this.token : this.webhook;
	}

}
