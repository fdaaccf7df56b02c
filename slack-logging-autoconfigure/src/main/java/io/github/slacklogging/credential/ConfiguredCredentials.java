package io.github.slacklogging.credential;

import java.util.List;
import java.util.Map;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;

/**
 * The secrets that the configuration names: values and files. Safe for use by several
 * threads. Answers from memory; a destination whose secret stands in a file costs one
 * look at the file's attributes per call.
 */
public final class ConfiguredCredentials implements SlackCredentials {

	private final Map<String, SecretSource> sources;

	/**
	 * Creates the credentials.
	 * @param sources by name of the destination
	 */
	public ConfiguredCredentials(Map<String, SecretSource> sources) {
		this.sources = Map.copyOf(sources);
	}

	@Override
	public Secret credential(String destination) {
		return source(destination).read();
	}

	@Override
	public void refused(String destination) {
		source(destination).refused();
	}

	/** Whether there is anything to ask for; a dry run needs nothing. */
	public boolean knows(String destination) {
		return this.sources.containsKey(destination);
	}

	/** Full names of the properties that leave their secret to a bean, sorted. */
	public List<String> awaited() {
		return this.sources.values().stream().flatMap((source) -> source.awaited().stream()).sorted().toList();
	}

	private SecretSource source(String destination) {
		SecretSource source = this.sources.get(destination);
		if (source == null) {
			throw new IllegalStateException("No credential is configured for destination '" + destination + "'");
		}
		return source;
	}

	@Override
	public String toString() {
		return "ConfiguredCredentials" + this.sources.keySet();
	}

}
