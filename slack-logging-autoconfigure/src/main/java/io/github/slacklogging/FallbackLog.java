package io.github.slacklogging;

/**
 * Takes the full masked text of events whose destination is undeliverable at that moment.
 * Thread-safe; never blocks, never throws: what it cannot take it counts and tells.
 */
public interface FallbackLog extends AutoCloseable {

	/**
	 * Writes one event.
	 * @param destination name of the destination that cannot be reached
	 * @param event masked
	 */
	void write(String destination, MaskedEvent event);

	/**
	 * Finishes what was asked for, for at most a second. Idempotent.
	 */
	@Override
	void close();

}
