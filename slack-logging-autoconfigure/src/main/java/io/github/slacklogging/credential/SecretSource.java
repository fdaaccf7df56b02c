package io.github.slacklogging.credential;

import java.nio.file.Path;

import io.github.slacklogging.Secret;

/**
 * Where one secret comes from. Safe for use by several threads.
 */
public interface SecretSource {

	/**
	 * The secret to use now.
	 * @return usable as far as its rule can tell
	 * @throws UnusableSecretException when there is none
	 */
	Secret read();

	/** The secret last read was refused: do not trust what is kept in memory. */
	void refused();

	/** A secret that never changes. */
	static SecretSource fixed(Secret secret) {
		return new FixedSecret(secret);
	}

	/**
	 * A secret in a file of its own, as Kubernetes and Docker mount them.
	 * @param property full name of the property that names the file
	 * @param path of the file
	 * @param rule what the content must look like
	 */
	static SecretSource file(String property, Path path, SecretRule rule) {
		return new SecretFile(property, path, rule);
	}

}
