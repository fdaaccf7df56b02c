package io.github.slacklogging.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Mention;
import io.github.slacklogging.credential.SecretSource;
import io.github.slacklogging.pipeline.SlackPipeline.StandIn;
import io.github.slacklogging.SlackHosts;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The destinations that the configuration names, with their secrets.
 *
 * @param names of all of them, wrong ones included; 'default' first, then by name
 * @param destinations those that are right, in the same order
 * @param sources their secrets by name
 * @param standIns destinations that take over, by the name of the one they take over from
 * @param mentions who is called, by name of the destination
 * @param inboxUrl page of the inbox where that is the destination 'default'
 * @param notices what is worth a line
 */
record ConfiguredDestinations(Set<String> names, List<Destination> destinations, Map<String, SecretSource> sources,
		Map<String, StandIn> standIns, Map<String, Mention> mentions, @Nullable URI inboxUrl, List<String> notices) {

	private static final Comparator<String> DEFAULT_FIRST = Comparator
		.comparing((String name) -> !name.equals(Destination.DEFAULT))
		.thenComparing(Comparator.naturalOrder());

	/** The name becomes a part of property names and the tag of a meter. */
	private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

	static ConfiguredDestinations resolve(SlackLoggingProperties properties, ConfigurableEnvironment environment,
			SlackHosts hosts, URI apiUrl, Problems problems) {
		InboxPropertySource inbox = InboxPropertySource.in(environment);
		List<String> notices = new ArrayList<>();
		Map<String, Candidate> candidates = candidates(properties, environment, inbox, notices, problems);
		Candidate first = candidates.get(Destination.DEFAULT);
		URI inboxUrl = (inbox != null && first != null && inbox.isAddressOf(first.properties())) ? inbox.page() : null;
		DestinationReader reader = new DestinationReader(SecretRules.of(hosts, apiUrl), problems);
		List<Destination> destinations = new ArrayList<>();
		Map<String, SecretSource> sources = new HashMap<>();
		candidates.forEach((name, candidate) -> {
			if (properties.dryRun() && candidate.properties().hasNone()) {
				destinations.add(candidate.properties().pretended(name));
				return;
			}
			reader.read(name, candidate.property(), candidate.properties()).ifPresent((found) -> {
				destinations.add(found.destination());
				sources.put(name, found.source());
			});
		});
		return new ConfiguredDestinations(candidates.keySet(), destinations, sources, standIns(candidates, problems),
				mentions(candidates, problems), inboxUrl, notices);
	}

	private static Map<String, StandIn> standIns(Map<String, Candidate> candidates, Problems problems) {
		Map<String, StandIn> standIns = new HashMap<>();
		candidates.forEach((name, candidate) -> {
			String other = candidate.properties().fallback();
			if (other == null) {
				return;
			}
			if (other.equals(name) || !candidates.containsKey(other)) {
				problems.add(candidate.property().apply("fallback"),
						other.equals(name) ? "names the destination itself"
								: "names the unknown destination '" + Problems.printable(other) + "'",
						"Name another one of the configured destinations: " + new TreeSet<>(candidates.keySet()) + ".");
			}
			problems.notNegative(candidate.property().apply("fallback-after"), candidate.properties().fallbackAfter());
			standIns.put(name, new StandIn(other, candidate.properties().fallbackAfter()));
		});
		return standIns;
	}

	private static Map<String, Mention> mentions(Map<String, Candidate> candidates, Problems problems) {
		Map<String, Mention> mentions = new HashMap<>();
		candidates.forEach((name, candidate) -> {
			String target = candidate.properties().mention();
			Duration cooldown = candidate.properties().mentionCooldown();
			problems.notNegative(candidate.property().apply("mention-cooldown"), cooldown);
			if (target == null) {
				return;
			}
			if (!Mention.isTarget(target)) {
				problems.add(candidate.property().apply("mention"), "names nobody who can be called",
						"Use here, channel, the id of a user group (S…) or the id of a user (U… or W…).");
			}
			else if (!cooldown.isNegative()) {
				mentions.put(name, new Mention(target, candidate.properties().mentionLevel(), cooldown));
			}
		});
		return mentions;
	}

	private static Map<String, Candidate> candidates(SlackLoggingProperties properties,
			ConfigurableEnvironment environment, @Nullable InboxPropertySource inbox, List<String> notices,
			Problems problems) {
		Map<String, Candidate> candidates = named(properties, problems);
		if (inbox != null && inbox.isDemanded()) {
			candidates.put(Destination.DEFAULT, new Candidate((key) -> key, inbox.destination()));
		}
		else {
			addShortForm(properties, environment, candidates, notices, problems);
		}
		if (properties.dryRun() && candidates.isEmpty()) {
			candidates.put(Destination.DEFAULT, new Candidate((key) -> key, properties.shortForm()));
		}
		if (!candidates.isEmpty() && !candidates.containsKey(Destination.DEFAULT)) {
			notices.add("There is no destination 'default': what no route matches stays away from Slack");
		}
		return candidates;
	}

	private static Map<String, Candidate> named(SlackLoggingProperties properties, Problems problems) {
		Map<String, Candidate> candidates = new TreeMap<>(DEFAULT_FIRST);
		properties.destinations().forEach((name, destination) -> {
			if (!name.matches(NAME) || name.equalsIgnoreCase(Destination.NONE)) {
				problems.add("destinations." + Problems.printable(name), "has a name that cannot be used",
						"Use letters, digits, '-', '_' and '.', and not 'none', which routes use for no destination.");
			}
			if (destination.hasWebhook() == destination.hasBot() && !(properties.dryRun() && destination.hasNone())) {
				problems.add("destinations." + Problems.printable(name),
						destination.hasBot() ? "has both a webhook and a bot token"
								: "has neither a webhook nor a bot token",
						"Set either webhook-url (or webhook-url-file), or bot-token (or bot-token-file) and channel. "
								+ "A secret that a SlackCredentials bean gives is written " + SecretSource.FROM_BEAN
								+ ".");
			}
			candidates.put(name, new Candidate((key) -> "destinations." + name + "." + key, destination));
		});
		return candidates;
	}

	private static void addShortForm(SlackLoggingProperties properties, ConfigurableEnvironment environment,
			Map<String, Candidate> candidates, List<String> notices, Problems problems) {
		boolean named = candidates.containsKey(Destination.DEFAULT);
		DestinationProperties written = properties.shortForm();
		if (named && (written.hasBot() || written.hasWebhook())) {
			problems.add("destinations.default", "is configured a second time by the properties at the top",
					"Keep slack.logging.webhook-url, or slack.logging.bot-token and its channel, or this one.");
		}
		DefaultDestination shortForm = DefaultDestination.of(written, environment);
		if (!named && shortForm.isConfigured()) {
			notices.addAll(shortForm.notices());
			candidates.put(Destination.DEFAULT, new Candidate(shortForm::name, shortForm.properties()));
		}
	}

	/** A destination as written, and how its properties are called. */
	private record Candidate(UnaryOperator<String> property, DestinationProperties properties) {

	}

}
