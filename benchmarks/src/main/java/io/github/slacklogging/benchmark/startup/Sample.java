package io.github.slacklogging.benchmark.startup;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One start.
 *
 * @param millis from the start of the process
 * @param processorMillis of all processors
 * @param settled what was there afterwards, {@code null} where nobody looked
 */
record Sample(double millis, double processorMillis, @Nullable Settled settled) {

	/**
	 * What is there when all is quiet, before the first event.
	 *
	 * @param classes that were loaded
	 * @param heap bytes after a collection
	 * @param threads names of those alive
	 */
	record Settled(long classes, long heap, Set<String> threads) {

	}

}
