package io.github.slacklogging.credential;

import io.github.slacklogging.Secret;

/** A secret that was given as a property: reading it again gives the same. */
record FixedSecret(Secret secret) implements SecretSource {

	@Override
	public Secret read() {
		return this.secret;
	}

	@Override
	public void refused() {
	}

}
