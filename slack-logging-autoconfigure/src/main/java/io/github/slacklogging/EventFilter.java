package io.github.slacklogging;

/**
 * Keeps events away from Slack. A bean of this type is asked on the worker's thread, one
 * event at a time; it may throw, which lets the event pass. What is shipped to OpenSearch
 * is chosen by {@code opensearch.level} alone, and no filter is asked; what must not
 * leave memory at all is the business of an {@link EventMasker}, or of allow-list mode.
 */
@FunctionalInterface
public interface EventFilter {

	/**
	 * Whether the event may go to Slack.
	 * @param event not masked yet
	 * @return {@code false} to keep it away from Slack
	 */
	boolean accepts(LogEvent event);

}
