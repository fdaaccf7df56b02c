package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Severity;
import io.github.slacklogging.autoconfigure.RoutingProperties.Filter;
import io.github.slacklogging.autoconfigure.RoutingProperties.Route;
import org.jspecify.annotations.Nullable;

/**
 * Looks for routes that can never match and destinations that nothing leads to: the plain
 * cases, without a look at any pattern.
 *
 * @param routes in their order
 * @param level lowest severity that gets as far as the routes
 * @param filter what does not get as far
 */
record RouteReview(List<Route> routes, Severity level, Filter filter) {

	/** A sentence for each route that cannot do what it says. */
	List<String> routesInVain() {
		List<String> sentences = new ArrayList<>();
		for (int later = 0; later < this.routes.size(); later++) {
			Route route = this.routes.get(later);
			String name = "slack.logging.routes[" + later + "]";
			int earlier = firstThatCovers(later);
			if (earlier >= 0) {
				sentences.add(name + " never matches: routes[" + earlier + "] takes all of it. Put it before that one");
			}
			else if (isFiltered(route)) {
				sentences.add(name + " never matches: slack.logging.filter.exclude-loggers keeps all of it away");
			}
			else if (isBelow(route.level())) {
				sentences.add(name + ".level is " + route.level() + ", but nothing below slack.logging.level ("
						+ this.level + ") comes so far. Lower that level too");
			}
		}
		return sentences;
	}

	private boolean isBelow(@Nullable Severity asked) {
		return asked != null && !asked.isAtLeast(this.level);
	}

	private boolean isFiltered(Route route) {
		return !route.loggers().isEmpty() && areWithin(route.loggers(), this.filter.excludeLoggers());
	}

	private int firstThatCovers(int later) {
		for (int earlier = 0; earlier < later; earlier++) {
			if (covers(this.routes.get(earlier), this.routes.get(later))) {
				return earlier;
			}
		}
		return -1;
	}

	/** Whether each condition of the one follows from the other's. */
	private boolean covers(Route earlier, Route later) {
		Severity lowest = (later.level() != null) ? later.level() : this.level;
		return (earlier.level() == null || lowest.isAtLeast(earlier.level()))
				&& (earlier.loggers().isEmpty() || isCovered(later.loggers(), earlier.loggers(), true))
				&& (earlier.markers().isEmpty() || isCovered(later.markers(), earlier.markers(), false))
				&& (earlier.exceptions().isEmpty() || isCovered(later.exceptions(), earlier.exceptions(), false))
				&& (earlier.message() == null || earlier.message().equals(later.message()))
				&& later.mdc().containsAll(earlier.mdc());
	}

	private static boolean isCovered(List<String> later, List<String> earlier, boolean packages) {
		return !later.isEmpty() && (packages ? areWithin(later, earlier) : earlier.containsAll(later));
	}

	private static boolean areWithin(List<String> names, List<String> packages) {
		return names.stream()
			.allMatch((name) -> packages.stream()
				.anyMatch((outer) -> name.equals(outer) || name.startsWith(outer + ".")));
	}

	/**
	 * Destinations that nothing leads to.
	 * @param destinations all names
	 * @param named those that something else than a route leads to
	 */
	List<String> unused(List<String> destinations, Set<String> named) {
		Set<String> used = new HashSet<>(named);
		this.routes.forEach((route) -> used.addAll(route.to()));
		if (this.routes.stream().noneMatch(RouteReview::isUnconditional)) {
			used.add(Destination.DEFAULT);
		}
		return destinations.stream().filter((name) -> !used.contains(name)).toList();
	}

	private static boolean isUnconditional(Route route) {
		return route.level() == null && route.loggers().isEmpty() && route.markers().isEmpty()
				&& route.exceptions().isEmpty() && route.message() == null && route.mdc().isEmpty();
	}

}
