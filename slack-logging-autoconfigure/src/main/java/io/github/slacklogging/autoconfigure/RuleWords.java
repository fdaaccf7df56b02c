package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.autoconfigure.RoutingProperties.Filter;
import io.github.slacklogging.autoconfigure.RoutingProperties.Route;

/** Routes and filters in words, with what the user wrote in them. */
final class RuleWords {

	private RuleWords() {
	}

	/** The conditions of a route. */
	static String of(Route route) {
		List<String> conditions = new ArrayList<>();
		if (route.level() != null) {
			conditions.add("from " + route.level());
		}
		add(conditions, "logger", route.loggers());
		add(conditions, "marker", route.markers());
		add(conditions, "exception", route.exceptions());
		if (route.message() != null) {
			conditions.add("message /" + route.message() + "/");
		}
		route.mdc().forEach((pair) -> conditions.add("mdc " + pair));
		return conditions.isEmpty() ? "everything" : String.join(" and ", conditions);
	}

	static String of(Filter filter) {
		List<String> words = new ArrayList<>();
		add(words, "only logger", filter.includeLoggers());
		add(words, "only message", filter.includeMessages());
		add(words, "no logger", filter.excludeLoggers());
		add(words, "no message", filter.excludeMessages());
		add(words, "no marker", filter.excludeMarkers());
		add(words, "no exception", filter.excludeExceptions());
		return words.isEmpty() ? "nothing is kept away" : String.join("; ", words);
	}

	private static void add(List<String> words, String what, List<String> values) {
		if (!values.isEmpty()) {
			words.add(what + " " + String.join(" or ", values));
		}
	}

}
