package io.github.slacklogging.worker;

import io.github.slacklogging.Tick;

/** The whole of an algorithm, done again and again by one thread. */
@FunctionalInterface
public interface Round {

	/** Nothing more to do, ever. */
	long DONE = -1;

	/**
	 * One round; never blocks.
	 * @param now the time
	 * @return nanoseconds until the next round is needed if nothing arrives,
	 * {@link Long#MAX_VALUE} when only an arrival matters, {@link #DONE} at the end
	 */
	long runOnce(Tick now);

	/**
	 * Whether there is anything yet that the application's own code is asked about. As
	 * long as there is not, nobody but us could hold a round up, and nobody watches.
	 */
	default boolean concernsApplication() {
		return true;
	}

}
