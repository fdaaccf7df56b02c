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

	/** How the most important of all notices begins. */
	String NO_DESTINATION = "Nothing goes to Slack, no destination is configured";

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
		Problems problems = new Problems();
		SlackLoggingSettings settings = settings(binding, binding.properties(), environment, classLoader, problems);
		problems.throwIfAny();
		if (settings.destinations().isEmpty() && !settings.isShipping()) {
			return new Inert(Cause.NO_DESTINATION, String.join(". ", settings.notices()));
		}
		return new Active(settings);
	}

	/**
	 * Reads and checks the configuration and goes on where something is wrong, with what
	 * is right and the defaults of the rest. For an examination only: nothing may be sent
	 * by it. Switched off or not makes no difference.
	 * @param environment as it is now
	 * @param classLoader where build and git information are looked for
	 */
	static Examined examine(ConfigurableEnvironment environment, @Nullable ClassLoader classLoader) {
		PropertiesBinding binding = new PropertiesBinding(environment);
		Problems problems = new Problems();
		SlackLoggingProperties properties = binding.readable(problems);
		SlackLoggingSettings settings = settings(binding, properties, environment, classLoader, problems);
		return new Examined(settings, problems.all(), properties.enabled());
	}

	/**
	 * A configuration as far as it can be read.
	 *
	 * @param settings what is right of it
	 * @param problems what is wrong with it
	 * @param enabled whether it is switched on
	 */
	record Examined(SlackLoggingSettings settings, List<InvalidSlackLoggingConfigurationException.Problem> problems,
			boolean enabled) {

		public Examined {
			problems = List.copyOf(problems);
		}

	}

	private static SlackLoggingSettings settings(PropertiesBinding binding, SlackLoggingProperties properties,
			ConfigurableEnvironment environment, @Nullable ClassLoader classLoader, Problems problems) {
		SlackHosts hosts = new SlackHosts(Set.copyOf(properties.allowedHosts()));
		URI apiUrl = ApiRoot.parse(properties.apiUrl(), hosts, problems);
		properties.check(problems);
		ConfiguredDestinations configured = ConfiguredDestinations.resolve(properties, environment, hosts, apiUrl,
				problems);
		ConfiguredCluster cluster = ConfiguredCluster.resolve(properties.opensearch(), problems);
		checkRoutes(properties, configured.names(), problems);
		InetSocketAddress proxy = ProxyAddress.parse(Http.PROXY, properties.http().proxy(), new Problems());
		return new SlackLoggingSettings(properties, configured.destinations(), configured.standIns(),
				configured.mentions(), new ConfiguredCredentials(configured.sources()), apiUrl, proxy,
				ServiceIdentityResolver.resolve(properties, environment, classLoader, Instant.now()),
				configured.inboxUrl(), cluster, notices(binding, properties, configured, cluster));
	}

	/** Whether a notice says that nothing goes to Slack. */
	static boolean isSilence(String notice) {
		return notice.startsWith(NO_DESTINATION);
	}

	private static void checkRoutes(SlackLoggingProperties properties, Set<String> names, Problems problems) {
		for (int i = 0; i < properties.routes().size(); i++) {
			properties.routes().get(i).check("routes[" + i + "]", names, problems);
		}
		properties.jobs().check(names, problems);
	}

	private static List<String> notices(PropertiesBinding binding, SlackLoggingProperties properties,
			ConfiguredDestinations configured, @Nullable ConfiguredCluster cluster) {
		List<String> notices = new ArrayList<>(configured.notices());
		if (configured.destinations().isEmpty()) {
			notices.add(NO_DESTINATION + ": set slack.logging.webhook-url, or "
					+ "slack.logging.bot-token and slack.logging.channel"
					+ ((cluster == null) ? " (slack.logging.enabled=false makes this line go away)"
							: "; events are shipped to OpenSearch all the same"));
		}
		notices.addAll(new JobWords(properties).hints());
		notices.addAll((cluster != null) ? cluster.notices()
				: ConfiguredCluster.missingAddress(binding.namesIn(OpenSearchProperties.GROUP)));
		return notices;
	}

}
