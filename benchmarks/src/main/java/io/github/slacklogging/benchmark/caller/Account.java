package io.github.slacklogging.benchmark.caller;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.ThreadMXBean;
import io.github.slacklogging.benchmark.caller.CallerBenchmark.Caller;

/**
 * How many events were logged and arrived, and what their threads allocated, from the
 * first measured call to the last one. Not thread-safe; asked while the callers rest.
 */
final class Account {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final long LOOK_NANOS = 10_000_000;

	/** Nothing arrived for so long: nothing more will. */
	private static final long SILENCE_NANOS = 400_000_000;

	private static final long PATIENCE_NANOS = 4_000_000_000L;

	private final Contender contender;

	private boolean isOpen;

	private Totals before = new Totals(0, 0, 0);

	Account(Contender contender) {
		this.contender = contender;
	}

	/** Begins to count, unless it does already. */
	void open(Collection<Caller> callers) {
		if (!this.isOpen) {
			this.isOpen = true;
			settle(logged(callers));
			this.before = totals(callers);
		}
	}

	/** What was counted since. */
	Totals close(Collection<Caller> callers) {
		settle(logged(callers) - this.before.logged() + this.before.arrived());
		return totals(callers).minus(this.before);
	}

	/** Whether all that was logged since the beginning came out at the far end. */
	boolean isSettled(long logged) {
		OptionalLong arrived = this.contender.arrived();
		return arrived.isEmpty() || arrived.getAsLong() >= logged;
	}

	private void settle(long logged) {
		long now = System.nanoTime();
		long end = now + PATIENCE_NANOS;
		long latest = now;
		long arrived = this.contender.arrived().orElse(0);
		while (!isSettled(logged) && now - latest < SILENCE_NANOS && now < end) {
			LockSupport.parkNanos(LOOK_NANOS);
			now = System.nanoTime();
			long next = this.contender.arrived().orElse(0);
			latest = (next != arrived) ? now : latest;
			arrived = next;
		}
	}

	private Totals totals(Collection<Caller> callers) {
		long logged = logged(callers);
		long bytes = callers.stream().mapToLong((caller) -> THREADS.getThreadAllocatedBytes(caller.threadId())).sum();
		return new Totals(logged, this.contender.arrived().orElse(logged), bytes);
	}

	private static long logged(Collection<Caller> callers) {
		return callers.stream().mapToLong(Caller::logged).sum();
	}

	/**
	 * What was counted.
	 *
	 * @param logged events
	 * @param arrived of them at the far end
	 * @param bytes allocated by the threads that logged
	 */
	record Totals(long logged, long arrived, long bytes) {

		Totals minus(Totals other) {
			return new Totals(this.logged - other.logged, this.arrived - other.arrived, this.bytes - other.bytes);
		}

	}

}
