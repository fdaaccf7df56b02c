package io.github.slacklogging;

/**
 * Keeps events in the JVM. A bean of this type is asked on the worker's thread, one event
 * at a time; it may throw, which lets the event pass.
 */
@FunctionalInterface
public interface EventFilter {

	/**
	 * Whether the event may go to Slack.
	 * @param event not masked yet
	 * @return {@code false} to keep it in the JVM
	 */
	boolean accepts(LogEvent event);

}
