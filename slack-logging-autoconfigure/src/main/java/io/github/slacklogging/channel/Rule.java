package io.github.slacklogging.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.slacklogging.Destination;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.channel.ChannelRouting.Decision;
import io.github.slacklogging.channel.ChannelRouting.Route;

/**
 * A route, read and checked.
 *
 * @param conditions all must hold
 * @param decision what follows: known destinations, each once; none for {@code none}
 */
record Rule(List<Condition> conditions, Decision decision) {

	private static final String JOBS = "jobs.to";

	static List<Rule> allOf(List<Route> routes, Set<String> known) {
		List<Rule> rules = new ArrayList<>();
		for (int i = 0; i < routes.size(); i++) {
			String name = "routes[" + i + "]";
			String property = "slack.logging." + name;
			Route route = routes.get(i);
			List<String> destinations = destinations(property + ".to", route.to(), known);
			rules.add(new Rule(conditions(property, route),
					new Decision(destinations, destinations.isEmpty() ? name + " → none" : name)));
		}
		return List.copyOf(rules);
	}

	/**
	 * Where reports of jobs go, whatever the routes say; nothing where that is not set.
	 */
	static List<Rule> ofJobs(List<String> to, Set<String> known) {
		if (to.isEmpty()) {
			return List.of();
		}
		List<String> destinations = destinations("slack.logging." + JOBS, to, known);
		return List.of(new Rule(List.of((event) -> event.job() != null),
				new Decision(destinations, destinations.isEmpty() ? JOBS + " → none" : JOBS)));
	}

	private static List<Condition> conditions(String property, Route route) {
		List<Condition> conditions = new ArrayList<>();
		Severity level = route.level();
		if (level != null) {
			conditions.add((event) -> event.severity().isAtLeast(level));
		}
		if (!route.loggers().isEmpty()) {
			conditions.add(Condition.logger(property + ".loggers", route.loggers()));
		}
		if (!route.markers().isEmpty()) {
			conditions.add(Condition.marker(property + ".markers", route.markers()));
		}
		for (String pair : route.mdc()) {
			conditions.add(Condition.mdc(property + ".mdc", pair));
		}
		if (!route.exceptions().isEmpty()) {
			conditions.add(Condition.exception(property + ".exceptions", route.exceptions()));
		}
		String message = route.message();
		if (message != null) {
			conditions.add(Condition.message(property + ".message", List.of(message)));
		}
		return List.copyOf(conditions);
	}

	private static List<String> destinations(String property, List<String> to, Set<String> known) {
		if (to.isEmpty()) {
			throw new IllegalArgumentException(property + " must name a destination, or none");
		}
		if (to.contains(Destination.NONE)) {
			if (to.stream().distinct().count() > 1) {
				throw new IllegalArgumentException(property + " names none beside a destination");
			}
			return List.of();
		}
		for (String name : to) {
			if (!known.contains(name)) {
				throw new IllegalArgumentException(property + " names the unknown destination '" + name
						+ "'; known are " + String.join(", ", new TreeSet<>(known)));
			}
		}
		return to.stream().distinct().toList();
	}

	boolean matches(LogEvent event) {
		for (Condition condition : this.conditions) {
			if (!condition.holds(event)) {
				return false;
			}
		}
		return true;
	}

}
