package io.github.slacklogging.benchmark.arrival;

import java.nio.file.Path;

/** A product within the JVM that logs through it. Used by one thread, read by another. */
interface Contender {

	/**
	 * Opens it; from now on what is logged goes to Slack.
	 * @param folder where it may keep what waits
	 */
	void open(Path folder);

	/** What it says of itself now, or said last when it was closed. */
	Books books();

	/** Ends it as a well-behaved application does. */
	void close();

	/**
	 * What a product says of events.
	 *
	 * @param accepted taken from the application
	 * @param told acknowledged by Slack
	 * @param waiting for Slack
	 * @param dropped and counted as such
	 * @param recovered taken over from an earlier life
	 */
	record Books(long accepted, long told, long waiting, long dropped, long recovered) {

	}

}
