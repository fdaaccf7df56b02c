package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;

/**
 * The configured credentials until the application's own bean is known, which then wins.
 * Thread-safe.
 */
final class LateCredentials implements SlackCredentials {

	private volatile SlackCredentials current;

	LateCredentials(SlackCredentials configured) {
		this.current = configured;
	}

	void use(SlackCredentials own) {
		this.current = own;
	}

	@Override
	public Secret credential(String destination) {
		return this.current.credential(destination);
	}

	@Override
	public void refused(String destination) {
		this.current.refused(destination);
	}

}
