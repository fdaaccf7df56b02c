package io.github.slacklogging.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.channel.ChannelRouting.FilterSettings;

/**
 * The configured filters.
 *
 * @param needed all must hold
 * @param forbidden none may hold
 */
record Filter(List<Condition> needed, List<Condition> forbidden) {

	private static final String PREFIX = "slack.logging.filter.";

	static Filter of(FilterSettings settings) {
		List<Condition> needed = new ArrayList<>();
		add(needed, "include-loggers", settings.includeLoggers(), Condition::logger);
		add(needed, "include-messages", settings.includeMessages(), Condition::message);
		List<Condition> forbidden = new ArrayList<>();
		add(forbidden, "exclude-loggers", settings.excludeLoggers(), Condition::logger);
		add(forbidden, "exclude-messages", settings.excludeMessages(), Condition::message);
		add(forbidden, "exclude-markers", settings.excludeMarkers(), Condition::marker);
		add(forbidden, "exclude-exceptions", settings.excludeExceptions(), Condition::exception);
		return new Filter(needed, forbidden);
	}

	private static void add(List<Condition> conditions, String name, List<String> values,
			BiFunction<String, List<String>, Condition> maker) {
		if (!values.isEmpty()) {
			conditions.add(maker.apply(PREFIX + name, values));
		}
	}

	boolean accepts(LogEvent event) {
		for (Condition condition : this.needed) {
			if (!condition.holds(event)) {
				return false;
			}
		}
		for (Condition condition : this.forbidden) {
			if (condition.holds(event)) {
				return false;
			}
		}
		return true;
	}

}
