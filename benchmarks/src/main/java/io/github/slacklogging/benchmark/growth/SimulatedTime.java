package io.github.slacklogging.benchmark.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

import io.github.slacklogging.Tick;

/**
 * A clock that moves from one planned occurrence to the next, in an order that is the
 * same each time. For one thread.
 */
final class SimulatedTime implements Supplier<Tick> {

	private final Tick start = new Tick(Instant.parse("2026-08-14T10:00:00Z"), 0);

	private final PriorityQueue<Planned> planned = new PriorityQueue<>(
			Comparator.comparingLong(Planned::nanos).thenComparingLong(Planned::number));

	private Tick now = this.start;

	private long number;

	@Override
	public Tick get() {
		return this.now;
	}

	/** How much time has passed. */
	Duration passed() {
		return this.now.since(this.start);
	}

	/**
	 * Plans an occurrence.
	 * @param delay from now
	 * @param what happens then
	 */
	void after(Duration delay, Runnable what) {
		at(this.now.nanosAfter(delay), what);
	}

	/**
	 * Plans an occurrence.
	 * @param nanos when, as {@link Tick#nanos()}
	 * @param what happens then
	 */
	void at(long nanos, Runnable what) {
		this.planned.add(new Planned(nanos, this.number++, what));
	}

	/** Lets everything happen that is planned within this time from the start. */
	void runFor(Duration duration) {
		long end = this.start.nanosAfter(duration);
		for (Planned next = this.planned.peek(); next != null && next.nanos() <= end; next = this.planned.peek()) {
			this.planned.remove();
			this.now = this.now.plus(Duration.ofNanos(Math.max(0, next.nanos() - this.now.nanos())));
			next.what().run();
		}
	}

	private record Planned(long nanos, long number, Runnable what) {

	}

}
