package io.github.slacklogging.autoconfigure;

import java.util.function.Predicate;

import io.github.slacklogging.credential.KnownSecrets;
import io.github.slacklogging.runtime.SlackLoggingLifecycle;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Whether a text holds a secret: one that is configured, usable or not, or one that was
 * given to a sender. Reads the configuration when it is first asked: no start waits for
 * that. Thread-safe.
 */
final class SecretsInUse implements Predicate<String> {

	private final ConfigurableEnvironment environment;

	private final ObjectProvider<SlackLoggingLifecycle> lifecycle;

	private volatile @Nullable KnownSecrets configured;

	SecretsInUse(ConfigurableEnvironment environment, ObjectProvider<SlackLoggingLifecycle> lifecycle) {
		this.environment = environment;
		this.lifecycle = lifecycle;
	}

	@Override
	public boolean test(String text) {
		if (configured().test(text)) {
			return true;
		}
		SlackLoggingLifecycle present = this.lifecycle.getIfAvailable();
		return present != null && RunningPipeline.secretsOf(present.runtime()).test(text);
	}

	private KnownSecrets configured() {
		KnownSecrets known = this.configured;
		if (known == null) {
			known = read();
			this.configured = known;
		}
		return known;
	}

	private KnownSecrets read() {
		KnownSecrets known = new KnownSecrets();
		try {
			known.add(new PropertiesBinding(this.environment).properties().secrets());
		}
		catch (InvalidSlackLoggingConfigurationException ex) {
			// what does not bind is recognised by its shape and by its property
		}
		known.add(DefaultDestination.secrets(this.environment));
		return known;
	}

}
