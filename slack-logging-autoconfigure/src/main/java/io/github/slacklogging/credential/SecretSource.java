package io.github.slacklogging.credential;

import java.nio.file.Path;
import java.util.Optional;

import io.github.slacklogging.Secret;

/**
 * Where one secret comes from. Safe for use by several threads.
 */
public interface SecretSource {

	/** The value of a property that leaves its secret to a bean. No secret is so. */
	String FROM_BEAN = "from-bean";

	/**
	 * The secret to use now.
	 * @return usable as far as its rule can tell
	 * @throws UnusableSecretException when there is none
	 */
	Secret read();

	/** The secret last read was refused: do not trust what is kept in memory. */
	void refused();

	/**
	 * The property that leaves the secret to a bean.
	 * @return its full name; empty where the secret comes from the configuration
	 */
	default Optional<String> awaited() {
		return Optional.empty();
	}

	/**
	 * A secret that a bean of the application gives.
	 * @param property full name of the property that says so
	 */
	static SecretSource awaited(String property) {
		return new AwaitedSecret(property);
	}

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
