package io.github.slacklogging;

/**
 * Ships events to where logs are searched, beside what goes to Slack and untouched by it:
 * with a buffer, a worker, attempts and books of its own. Thread-safe; nothing blocks but
 * {@link #close()}.
 */
public interface LogShipping extends AutoCloseable {

	/** Where the appender leaves its events. */
	EventIntake intake();

	/** Starts the worker. */
	void start();

	/** How it fares; the worker publishes a new one in each round. */
	ShippingStatus status();

	/** Takes no more events; the worker ends by itself within its budget. */
	void askForEnd();

	/**
	 * Takes no more events, ships what waits within the budget and counts the rest.
	 * Blocks for the budget at most; idempotent. An interrupt of the caller is kept.
	 */
	@Override
	void close();

}
