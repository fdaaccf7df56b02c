package io.github.slacklogging;

import java.util.List;

/**
 * Chooses destinations. A bean of this type is asked on the worker's thread, one event at
 * a time, after the configured routes; it may throw, which keeps the proposal. It chooses
 * what goes to Slack; what is shipped to OpenSearch is chosen by
 * {@code opensearch.level}.
 */
@FunctionalInterface
public interface ChannelRouter {

	/**
	 * Where the event goes.
	 * @param event not masked yet
	 * @param proposed what the routes, or the router before this one, chose
	 * @return names of destinations; empty or {@code none} keeps the event away from
	 * Slack; unknown names are ignored and reported once
	 */
	List<String> route(LogEvent event, List<String> proposed);

}
