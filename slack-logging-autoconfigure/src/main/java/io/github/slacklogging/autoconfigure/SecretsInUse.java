package io.github.slacklogging.autoconfigure;

import java.util.function.Predicate;

import io.github.slacklogging.credential.KnownSecrets;
import io.github.slacklogging.runtime.SlackLoggingLifecycle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Whether a text holds a secret: one that is configured, usable or not, or one that was
 * given to a sender. Thread-safe.
 */
final class SecretsInUse implements Predicate<String> {

	private final KnownSecrets configured = new KnownSecrets();

	private final ObjectProvider<SlackLoggingLifecycle> lifecycle;

	SecretsInUse(ConfigurableEnvironment environment, ObjectProvider<SlackLoggingLifecycle> lifecycle) {
		this.lifecycle = lifecycle;
		try {
			this.configured.add(new PropertiesBinding(environment).properties().secrets());
		}
		catch (InvalidSlackLoggingConfigurationException ex) {
			// what does not bind is recognised by its shape and by its property
		}
		this.configured.add(DefaultDestination.secrets(environment));
	}

	@Override
	public boolean test(String text) {
		if (this.configured.test(text)) {
			return true;
		}
		SlackLoggingLifecycle present = this.lifecycle.getIfAvailable();
		return present != null && RunningPipeline.secretsOf(present.runtime()).test(text);
	}

}
