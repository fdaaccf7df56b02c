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
	 * The same, watched from when the application's own code may be asked. Until then
	 * nobody but us could hold a round up.
	 * @param now the time
	 * @param watch called before that code is asked in this round; has somebody watch
	 */
	default long runOnce(Tick now, Runnable watch) {
		watch.run();
		return runOnce(now);
	}

}
