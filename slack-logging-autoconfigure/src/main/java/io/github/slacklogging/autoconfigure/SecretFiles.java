package io.github.slacklogging.autoconfigure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.slacklogging.Secret;
import io.github.slacklogging.credential.SecretRule;
import io.github.slacklogging.credential.SecretSource;
import io.github.slacklogging.credential.UnusableSecretException;

/**
 * Looks for secrets in the files that properties name. Collects what is wrong, and tells
 * neither path nor content: the path may be the secret itself.
 */
record SecretFiles(Problems problems) {

	private static final Pattern SECRET_ITSELF = Pattern
		.compile("https?://.*|xox.*|xapp-.*|eyJ[\\w-]+\\..*|os_[\\w-]{16,}|(?i:basic|bearer|apikey)\\s.*");

	/**
	 * Looks into a file.
	 * @param property that names it, without the prefix
	 * @param file as typed
	 * @param rule what its content must look like
	 * @return empty when there is no usable secret
	 */
	Optional<Found> find(String property, String file, SecretRule rule) {
		if (SECRET_ITSELF.matcher(file).matches()) {
			this.problems.add(property, "holds the secret itself", "Name the file that holds it.");
			return Optional.empty();
		}
		try {
			SecretSource source = SecretSource.file(SlackLoggingProperties.PREFIX + "." + property, Path.of(file),
					rule);
			return Optional.of(new Found(source.read(), source));
		}
		catch (InvalidPathException ex) {
			this.problems.add(property, "is not the path of a file", "Name the file that holds the secret.");
		}
		catch (UnusableSecretException ex) {
			this.problems.add(property, ex.reason(),
					"The file must exist, be readable and hold the secret and nothing else.");
		}
		return Optional.empty();
	}

	/** A secret and where it comes from. */
	record Found(Secret secret, SecretSource source) {

	}

}
