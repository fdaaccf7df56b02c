package io.github.slacklogging.benchmark.shipping;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.LoggerContext;

/** Two threads that log, and what their calls cost them. */
final class Callers {

	private static final int THREADS = 2;

	private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

	private final LoggerContext context;

	private final Load load;

	private final AtomicLong longest = new AtomicLong();

	private final AtomicLong all = new AtomicLong();

	private final AtomicLong thrown = new AtomicLong();

	Callers(LoggerContext context, Load load) {
		this.context = context;
		this.load = load;
	}

	/** Logs everything. */
	void run() {
		Thread[] threads = new Thread[THREADS];
		for (int i = 0; i < THREADS; i++) {
			OrderTraffic traffic = new OrderTraffic(this.context, 1_000_000_000L * i);
			threads[i] = new Thread(() -> log(traffic), "http-nio-8080-exec-" + (i + 1));
			threads[i].start();
		}
		for (Thread thread : threads) {
			join(thread);
		}
	}

	private void log(OrderTraffic traffic) {
		int events = this.load.events() / THREADS;
		long start = System.nanoTime();
		for (int i = 0; i < events; i++) {
			awaitTurn(start, i);
			traffic.prepare();
			long before = System.nanoTime();
			try {
				traffic.log();
			}
			catch (Throwable ex) {
				// an OutOfMemoryError, say
				this.thrown.incrementAndGet();
			}
			long took = System.nanoTime() - before;
			this.all.addAndGet(took);
			this.longest.accumulateAndGet(took, Math::max);
		}
	}

	private void awaitTurn(long start, int event) {
		if (this.load.perSecond() == 0) {
			return;
		}
		long due = event * (TimeUnit.SECONDS.toNanos(1) * THREADS / this.load.perSecond()) / BURST_NANOS * BURST_NANOS;
		long rest = due - (System.nanoTime() - start);
		while (rest > 0) {
			LockSupport.parkNanos(rest);
			rest = due - (System.nanoTime() - start);
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Of one call, in nanoseconds. */
	long longest() {
		return this.longest.get();
	}

	/** Of all calls together, in nanoseconds. */
	long all() {
		return this.all.get();
	}

	/** Calls that threw something at the application. */
	long thrown() {
		return this.thrown.get();
	}

}
