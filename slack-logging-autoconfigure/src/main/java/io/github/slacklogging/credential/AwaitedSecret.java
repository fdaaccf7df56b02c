package io.github.slacklogging.credential;

import java.util.Optional;

import io.github.slacklogging.Secret;

/** A secret that only a bean of the application knows. */
record AwaitedSecret(String property) implements SecretSource {

	@Override
	public Secret read() {
		throw new UnusableSecretException(this.property,
				"is " + FROM_BEAN + ", and no SlackCredentials bean gives a usable one");
	}

	@Override
	public void refused() {
	}

	@Override
	public Optional<String> awaited() {
		return Optional.of(this.property);
	}

}
