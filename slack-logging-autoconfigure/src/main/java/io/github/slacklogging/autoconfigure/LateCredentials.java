package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.credential.KnownSecrets;

/**
 * The configured credentials until the application's own bean is known, which then wins.
 * Thread-safe.
 */
final class LateCredentials implements SlackCredentials {

	private final KnownSecrets given = new KnownSecrets();

	private volatile SlackCredentials current;

	LateCredentials(SlackCredentials configured) {
		this.current = configured;
	}

	void use(SlackCredentials own) {
		this.current = own;
	}

	@Override
	public Secret credential(String destination) {
		Secret secret = this.current.credential(destination);
		this.given.add(secret);
		return secret;
	}

	/** What was given so far. */
	KnownSecrets given() {
		return this.given;
	}

	@Override
	public void refused(String destination) {
		this.current.refused(destination);
	}

}
