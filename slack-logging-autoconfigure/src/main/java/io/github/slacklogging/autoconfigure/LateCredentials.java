package io.github.slacklogging.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.autoconfigure.InvalidSlackLoggingConfigurationException.Problem;
import io.github.slacklogging.credential.ConfiguredCredentials;
import io.github.slacklogging.credential.ContributedCredentials;
import io.github.slacklogging.credential.KnownSecrets;
import io.github.slacklogging.credential.SecretRule;
import io.github.slacklogging.credential.SecretSource;
import io.github.slacklogging.credential.UnusableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * The configured credentials until the application's own beans are known, which then win.
 * Remembers what it gave, so that it is recognised where it must not stand. Thread-safe
 * as far as the beans are.
 */
final class LateCredentials implements SlackCredentials {

	private final ConfiguredCredentials configured;

	private final Map<String, SecretRule> rules;

	private final Consumer<String> trouble;

	private final KnownSecrets given = new KnownSecrets();

	private volatile SlackCredentials current;

	LateCredentials(ConfiguredCredentials configured, Map<String, SecretRule> rules, Consumer<String> trouble) {
		this.configured = configured;
		this.rules = rules;
		this.trouble = trouble;
		this.current = configured;
		this.rules.keySet().forEach(this::rememberConfigured);
	}

	// Also what stands in a file is recognised from the start.
	private void rememberConfigured(String destination) {
		try {
			this.given.add(this.configured.credential(destination));
		}
		catch (UnusableSecretException ex) {
			// said when it is needed
		}
	}

	/**
	 * Tells the application's own.
	 * @param beans in their order
	 * @throws InvalidSlackLoggingConfigurationException where the configuration counts on
	 * a bean and there is none
	 */
	void use(List<SlackCredentials> beans) {
		if (!beans.isEmpty()) {
			this.current = new ContributedCredentials(beans, this.rules, this.configured, this.trouble);
		}
		else if (!this.configured.awaited().isEmpty()) {
			throw new InvalidSlackLoggingConfigurationException(this.configured.awaited()
				.stream()
				.map((property) -> new Problem(property,
						"is " + SecretSource.FROM_BEAN + ", but there is no bean of type SlackCredentials",
						"Declare one that knows this destination, or set the secret itself."))
				.toList());
		}
	}

	/** What was given so far. */
	KnownSecrets given() {
		return this.given;
	}

	@Override
	public @Nullable Secret credential(String destination) {
		Secret secret = this.current.credential(destination);
		if (secret != null) {
			this.given.add(secret);
		}
		return secret;
	}

	@Override
	public void refused(String destination) {
		this.current.refused(destination);
	}

}
