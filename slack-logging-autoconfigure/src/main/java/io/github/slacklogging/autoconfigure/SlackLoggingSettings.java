package io.github.slacklogging.autoconfigure;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Mention;
import io.github.slacklogging.SlackHosts;
import io.github.slacklogging.credential.ConfiguredCredentials;
import io.github.slacklogging.credential.SecretRule;
import io.github.slacklogging.pipeline.SlackPipeline.StandIn;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that is known to be valid, ready to be wired. Immutable; its text holds
 * no secret.
 *
 * @param properties within their ranges; what stands beside here is derived from them and
 * wins
 * @param destinations 'default' first, then by name; none where events are only shipped
 * @param standIns destinations that take over, by the name of the one they take over from
 * @param mentions who is called, by name of the destination
 * @param credentials of these destinations
 * @param apiUrl root of the Web API, ends with a slash
 * @param proxy not looked up, {@code null} for the JVM's own settings
 * @param identity who speaks; its first call may look up the host name and block, so it
 * belongs on the worker
 * @param inboxUrl page of the inbox where that is the destination 'default'
 * @param cluster that events are shipped to, {@code null} for none
 * @param notices what is worth a line at the start though nothing is wrong
 */
record SlackLoggingSettings(SlackLoggingProperties properties, List<Destination> destinations,
		Map<String, StandIn> standIns, Map<String, Mention> mentions, ConfiguredCredentials credentials, URI apiUrl,
		@Nullable InetSocketAddress proxy, LazyServiceIdentity identity, @Nullable URI inboxUrl,
		@Nullable ConfiguredCluster cluster, List<String> notices) {

	SlackLoggingSettings {
		destinations = List.copyOf(destinations);
		standIns = Map.copyOf(standIns);
		mentions = Map.copyOf(mentions);
		notices = List.copyOf(notices);
	}

	/**
	 * That nothing goes to Slack, which must be heard whatever becomes of the
	 * application's own log.
	 */
	Optional<String> silence() {
		return this.destinations.isEmpty() ? this.notices.stream().filter(SlackLoggingSetup::isSilence).findFirst()
				: Optional.empty();
	}

	/** Whether events are shipped to OpenSearch. */
	boolean isShipping() {
		return this.cluster != null;
	}

	/** What the secret of each destination must look like, by its name. */
	Map<String, SecretRule> secretRules() {
		SecretRules rules = SecretRules.of(new SlackHosts(Set.copyOf(this.properties.allowedHosts())), this.apiUrl);
		return this.destinations.stream()
			.filter((destination) -> this.credentials.knows(destination.name()))
			.collect(Collectors.toMap(Destination::name, (destination) -> rules.of(destination.kind())));
	}

}
