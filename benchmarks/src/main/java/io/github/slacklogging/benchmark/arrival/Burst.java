package io.github.slacklogging.benchmark.arrival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Errors as fast as they come from {@value #THREADS} threads: ten at once, then a pause
 * of 0.1 ms. A call's time is without that in which its thread was ready and had no
 * processor: that is the machine's, and there are more threads than processors. Used
 * once.
 */
final class Burst {

	static final int THREADS = 4;

	static final long STALL_NANOS = 5_000_000;

	private static final int AT_ONCE = 10;

	private static final long PAUSE_NANOS = 100_000;

	private final Traffic traffic;

	private final int events;

	private final AtomicInteger returned = new AtomicInteger();

	private final AtomicInteger stalled = new AtomicInteger();

	private final AtomicLong longest = new AtomicLong();

	/**
	 * Not begun.
	 * @param traffic what is logged
	 * @param events how many
	 */
	Burst(Traffic traffic, int events) {
		this.traffic = traffic;
		this.events = events;
	}

	/**
	 * Logs, until all calls have returned or the time is over; then threads that hang in
	 * a call are left alone. They are daemons.
	 * @param limit the longest
	 */
	Result run(Duration limit) throws InterruptedException {
		long begin = System.nanoTime();
		CountDownLatch running = new CountDownLatch(THREADS);
		for (int i = 0; i < THREADS; i++) {
			int first = i;
			Thread thread = new Thread(() -> {
				log(first, begin + limit.toNanos());
				running.countDown();
			}, "shop-" + i);
			thread.setDaemon(true);
			thread.start();
		}
		running.await(limit.toMillis(), TimeUnit.MILLISECONDS);
		long nanos = System.nanoTime() - begin;
		return new Result(this.returned.get(), this.longest.get(), this.stalled.get(),
				TimeUnit.NANOSECONDS.toMillis(nanos));
	}

	private void log(int first, long deadline) {
		try (RunQueue queue = new RunQueue()) {
			int calls = 0;
			for (int number = first; number < this.events && System.nanoTime() < deadline; number += THREADS) {
				note(call(number, queue));
				if (++calls % AT_ONCE == 0) {
					LockSupport.parkNanos(PAUSE_NANOS);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a call takes when there is a processor for it. */
	private long call(int number, RunQueue queue) {
		long before = queue.nanos();
		long nanos = this.traffic.log(number);
		return (nanos < STALL_NANOS / 10) ? nanos : nanos - (queue.nanos() - before);
	}

	private void note(long nanos) {
		this.longest.accumulateAndGet(nanos, Math::max);
		this.returned.incrementAndGet();
		if (nanos > STALL_NANOS) {
			this.stalled.incrementAndGet();
		}
	}

	/**
	 * What the callers saw.
	 *
	 * @param returned calls that came back in time
	 * @param longestNanos the longest of them
	 * @param stalled those that took longer than 5 ms
	 * @param millis from the first call to the last one's end
	 */
	record Result(int returned, long longestNanos, int stalled, long millis) {

	}

}
