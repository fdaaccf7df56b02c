package io.github.slacklogging.benchmark.caller;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The pause of one thread between its bursts. A thread that is behind does not hurry
 * afterwards. Not thread-safe.
 */
final class Pace {

	private static final double BURSTS_PER_SECOND = 10_000.0 / Load.PACED.burst();

	private static final long SILENCE_NANOS = 1_300_000_000;

	private static final long LOOK_NANOS = 50_000;

	/** A queue that lost something never tells that it is empty. */
	private static final long PATIENCE_NANOS = 100_000_000;

	private final Load load;

	private final long meanNanos;

	private final BooleanSupplier emptied;

	private final SplittableRandom random;

	private long due;

	/**
	 * Of one of some threads.
	 * @param load how they log
	 * @param threads that log in all
	 * @param index of this one
	 * @param emptied whether all that was logged came out at the far end
	 */
	Pace(Load load, int threads, int index, BooleanSupplier emptied) {
		this.load = load;
		this.meanNanos = Math.round(threads * 1e9 / BURSTS_PER_SECOND);
		this.emptied = emptied;
		this.random = new SplittableRandom(index);
	}

	/** Waits for the next burst. */
	void rest() {
		switch (this.load) {
			case PACED -> keepPace();
			case FITTING -> waitUntilEmptied();
			case SILENT -> parkUntil(System.nanoTime() + SILENCE_NANOS);
			default -> {
			}
		}
	}

	// threads that rest equally long would come in step
	private void keepPace() {
		this.due = Math.max(System.nanoTime(), this.due + this.random.nextLong(2 * this.meanNanos));
		parkUntil(this.due);
	}

	private void waitUntilEmptied() {
		long end = System.nanoTime() + PATIENCE_NANOS;
		while (!this.emptied.getAsBoolean() && end - System.nanoTime() > 0) {
			LockSupport.parkNanos(LOOK_NANOS);
		}
	}

	private static void parkUntil(long nanos) {
		for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
