package io.github.slacklogging.benchmark.caller;

import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import ch.qos.logback.classic.Logger;

/**
 * The longest that a logging call takes while Slack hangs and nobody empties the buffer:
 * 4 threads, 5,000 calls each. The best of a few rounds counts, as a call that waits for
 * something waits in every round, and a busy machine or a garbage collection does not.
 */
final class StallProbe {

	static final long LIMIT_NANOS = 5_000_000;

	private static final int THREADS = 4;

	private static final int CALLS = 5_000;

	private static final int ROUNDS = 5;

	private static final int BURST = 10;

	private static final long PAUSE_NANOS = 100_000;

	private StallProbe() {
	}

	/** Longest call in nanoseconds beside an appender that does nothing. */
	static long noop() throws InterruptedException {
		return bestRound(() -> new Application(Entrant.NOOP::ready));
	}

	/** Longest call in nanoseconds with nobody draining. */
	static long hungSlack() throws InterruptedException {
		return bestRound(() -> new Application((context) -> Entrant.OURS_LOCATION.ready(context, true)));
	}

	private static long bestRound(Supplier<Application> application) throws InterruptedException {
		long best = Long.MAX_VALUE;
		for (int i = 0; i < ROUNDS; i++) {
			try (Application started = application.get()) {
				best = Math.min(best, round(started));
			}
		}
		return best;
	}

	private static long round(Application application) throws InterruptedException {
		long[] longest = new long[THREADS];
		CyclicBarrier start = new CyclicBarrier(THREADS);
		Thread[] threads = new Thread[THREADS];
		for (int i = 0; i < THREADS; i++) {
			int index = i;
			threads[i] = new Thread(() -> longest[index] = longestCall(application, start));
			threads[i].start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		return Arrays.stream(longest).max().orElseThrow();
	}

	private static long longestCall(Application application, CyclicBarrier start) {
		application.enterRequest();
		Request request = new Request();
		await(start);
		long longest = 0;
		for (int call = 0; call < CALLS; call++) {
			long begin = System.nanoTime();
			log(application.log(), call, request);
			longest = Math.max(longest, System.nanoTime() - begin);
			if (call % BURST == 0) {
				LockSupport.parkNanos(PAUSE_NANOS);
			}
		}
		return longest;
	}

	private static void log(Logger log, int call, Request request) {
		if (call % 2 == 0) {
			request.throwable(log);
		}
		else {
			request.plain(log);
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
