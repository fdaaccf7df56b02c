package io.github.slacklogging.autoconfigure;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.autoconfigure.DeliveryProperties.Http;
import io.github.slacklogging.credential.ConfiguredCredentials;
import io.github.slacklogging.SlackHosts;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the configuration asks for: the one answer that early start, late start and beans
 * share. Immutable.
 */
sealed interface SlackLoggingSetup {

	/**
	 * Events go to Slack, or are shipped, or both.
	 *
	 * @param settings to be wired
	 */
	record Active(SlackLoggingSettings settings) implements SlackLoggingSetup {

	}

	/**
	 * Nothing goes to Slack.
	 *
	 * @param cause why
	 * @param message one sentence for humans, without any secret; to be said once, but
	 * not when switched off
	 */
	record Inert(Cause cause, String message) implements SlackLoggingSetup {

	}

	/** Why nothing goes to Slack. */
	enum Cause {

		/** {@code slack.logging.enabled} is false. Not worth a line. */
		SWITCHED_OFF,

		/** No destination is configured. */
		NO_DESTINATION,

		/** The configuration is wrong and must not stop the start. */
		INVALID

	}

	/**
	 * Reads and checks the configuration. Reads small files, never calls anybody, looks
	 * up no host.
	 * @param environment as it is now
	 * @param classLoader where build and git information are looked for
	 * @return what to do
	 * @throws InvalidSlackLoggingConfigurationException when something is wrong, unless
	 * {@code slack.logging.fail-on-invalid-configuration} is false
	 */
	static SlackLoggingSetup read(ConfigurableEnvironment environment, @Nullable ClassLoader classLoader) {
		PropertiesBinding binding = new PropertiesBinding(environment);
		try {
			if (!binding.isSwitchedOn("enabled")) {
				return new Inert(Cause.SWITCHED_OFF, "slack.logging.enabled is false: nothing goes to Slack");
			}
			return read(binding, environment, classLoader);
		}
		catch (InvalidSlackLoggingConfigurationException ex) {
			if (binding.isSwitchedOn("fail-on-invalid-configuration")) {
				throw ex;
			}
			return new Inert(Cause.INVALID,
					"Nothing goes to Slack, the configuration is not valid: " + ex.getMessage());
		}
	}

	private static SlackLoggingSetup read(PropertiesBinding binding, ConfigurableEnvironment environment,
			@Nullable ClassLoader classLoader) {
		SlackLoggingProperties properties = binding.properties();
		Problems problems = new Problems();
		SlackHosts hosts = new SlackHosts(Set.copyOf(properties.allowedHosts()));
		URI apiUrl = ApiRoot.parse(properties.apiUrl(), hosts, problems);
		properties.check(problems);
		ConfiguredDestinations configured = ConfiguredDestinations.resolve(properties, environment, hosts, apiUrl,
				problems);
		ConfiguredCluster cluster = ConfiguredCluster.resolve(properties.opensearch(), problems);
		checkRoutes(properties, configured.names(), problems);
		InetSocketAddress proxy = ProxyAddress.parse(Http.PROXY, properties.http().proxy(), new Problems());
		problems.throwIfAny();
		List<String> notices = notices(binding, configured, cluster);
		if (configured.destinations().isEmpty() && cluster == null) {
			return new Inert(Cause.NO_DESTINATION, String.join(". ", notices));
		}
		return new Active(new SlackLoggingSettings(properties, configured.destinations(), configured.standIns(),
				configured.mentions(), new ConfiguredCredentials(configured.sources()), apiUrl, proxy,
				ServiceIdentityResolver.resolve(properties, environment, classLoader, Instant.now()),
				configured.inboxUrl(), cluster, notices));
	}

	private static void checkRoutes(SlackLoggingProperties properties, Set<String> names, Problems problems) {
		for (int i = 0; i < properties.routes().size(); i++) {
			properties.routes().get(i).check("routes[" + i + "]", names, problems);
		}
	}

	private static List<String> notices(PropertiesBinding binding, ConfiguredDestinations configured,
			@Nullable ConfiguredCluster cluster) {
		List<String> notices = new ArrayList<>(configured.notices());
		if (configured.destinations().isEmpty()) {
			notices.add("Nothing goes to Slack, no destination is configured: set slack.logging.webhook-url, or "
					+ "slack.logging.bot-token and slack.logging.channel"
					+ ((cluster == null) ? " (slack.logging.enabled=false makes this line go away)"
							: "; events are shipped to OpenSearch all the same"));
		}
		notices.addAll((cluster != null) ? cluster.notices()
				: ConfiguredCluster.missingAddress(binding.namesIn(OpenSearchProperties.GROUP)));
		return notices;
	}

}
