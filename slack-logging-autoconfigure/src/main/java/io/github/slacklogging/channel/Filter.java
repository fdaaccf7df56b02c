package io.github.slacklogging.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.channel.ChannelRouting.FilterSettings;
import org.jspecify.annotations.Nullable;

/**
 * The configured filters.
 *
 * @param needed all must hold
 * @param forbidden none may hold
 */
record Filter(List<Named> needed, List<Named> forbidden) {

	private static final String PREFIX = "slack.logging.";

	static Filter of(FilterSettings settings) {
		List<Named> needed = new ArrayList<>();
		addAny(needed, "filter.include-loggers", settings.includeLoggers(), Condition::logger);
		addAny(needed, "filter.include-messages", settings.includeMessages(), Condition::message);
		List<Named> forbidden = new ArrayList<>();
		add(forbidden, "filter.exclude-loggers", settings.excludeLoggers(), Condition::logger);
		add(forbidden, "filter.exclude-messages", settings.excludeMessages(), Condition::message);
		add(forbidden, "filter.exclude-markers", settings.excludeMarkers(), Condition::marker);
		add(forbidden, "filter.exclude-exceptions", settings.excludeExceptions(), Condition::exception);
		return new Filter(needed, forbidden);
	}

	/** One for all values, of which one is enough. */
	private static void addAny(List<Named> conditions, String name, List<String> values,
			BiFunction<String, List<String>, Condition> maker) {
		if (!values.isEmpty()) {
			conditions.add(new Named(name, maker.apply(PREFIX + name, values)));
		}
	}

	/** One for each value, so that it is known which of them forbids. */
	private static void add(List<Named> conditions, String name, List<String> values,
			BiFunction<String, List<String>, Condition> maker) {
		for (int i = 0; i < values.size(); i++) {
			conditions.add(new Named(name + "[" + i + "]", maker.apply(PREFIX + name, List.of(values.get(i)))));
		}
	}

	/** Name of the rule that keeps the event away, {@code null} where none does. */
	@Nullable String objection(LogEvent event) {
		for (Named needed : this.needed) {
			if (!needed.condition().holds(event)) {
				return needed.name();
			}
		}
		for (Named forbidden : this.forbidden) {
			if (forbidden.condition().holds(event)) {
				return forbidden.name();
			}
		}
		return null;
	}

	/**
	 * A condition and how people know it.
	 *
	 * @param name of its property, without the prefix
	 * @param condition to be asked
	 */
	record Named(String name, Condition condition) {

	}

}
