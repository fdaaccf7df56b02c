package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of the last minutes of one worker at one place, and how long what was due
 * took, bounded: of very many the latest thousand count. For one thread.
 */
public final class DeliveryWindow {

	private static final int MAX_ATTEMPTS = 1_000;

	private static final double MOST = 0.95;

	private final Duration length;

	private final Deque<Attempt> attempts = new ArrayDeque<>();

	private final Deque<Latency> latencies = new ArrayDeque<>();

	private int failures;

	/** Sorting is put off until somebody asks. */
	private boolean sorted = true;

	private @Nullable Duration p95Latency;

	/**
	 * No attempts yet.
	 * @param length how far it looks back
	 */
	public DeliveryWindow(Duration length) {
		this.length = length;
	}

	/** An attempt was acknowledged, and what it told of took so long. */
	public void succeeded(Duration latency, Tick now) {
		succeeded(now);
		took(latency, now);
	}

	/** An attempt was acknowledged. */
	public void succeeded(Tick now) {
		add(new Attempt(now, true));
	}

	/** An attempt was not acknowledged. */
	public void failed(Tick now) {
		add(new Attempt(now, false));
	}

	/** Something due was acknowledged after so long, by whichever attempt. */
	public void took(Duration latency, Tick now) {
		if (this.latencies.size() == MAX_ATTEMPTS) {
			this.latencies.removeFirst();
		}
		this.latencies.addLast(new Latency(now, latency));
		this.sorted = false;
	}

	private void add(Attempt attempt) {
		if (this.attempts.size() == MAX_ATTEMPTS) {
			forget(this.attempts.removeFirst());
		}
		this.attempts.addLast(attempt);
		this.failures += attempt.success() ? 0 : 1;
	}

	private void forget(Attempt attempt) {
		this.failures -= attempt.success() ? 0 : 1;
	}

	/** Attempts that it sees. */
	public int size(Tick now) {
		forgetOld(now);
		return this.attempts.size();
	}

	/** Latencies that it sees. */
	public int latencies(Tick now) {
		forgetOld(now);
		return this.latencies.size();
	}

	/** Share of acknowledged attempts, 1 when there was none. */
	public double successRate(Tick now) {
		int size = size(now);
		return (size == 0) ? 1 : (double) (size - this.failures) / size;
	}

	/** The latency that 95 % of what was acknowledged stayed within. */
	public @Nullable Duration p95Latency(Tick now) {
		forgetOld(now);
		if (!this.sorted) {
			this.sorted = true;
			this.p95Latency = this.latencies.stream()
				.map(Latency::duration)
				.sorted()
				.skip(Math.max(0, (long) Math.ceil(this.latencies.size() * MOST) - 1))
				.findFirst()
				.orElse(null);
		}
		return this.p95Latency;
	}

	/**
	 * How long until it looks better although nothing happens, because the oldest leaves.
	 * @param late whether the latencies are bad
	 * @param now the time
	 * @return nanoseconds, {@link Long#MAX_VALUE} where nothing in it is bad
	 */
	public long nanosToChange(boolean late, Tick now) {
		forgetOld(now);
		long next = (this.failures > 0) ? nanosToLeave(this.attempts.getFirst().at(), now) : Long.MAX_VALUE;
		boolean any = late && !this.latencies.isEmpty();
		return any ? Math.min(next, nanosToLeave(this.latencies.getFirst().at(), now)) : next;
	}

	private long nanosToLeave(Tick at, Tick now) {
		return this.length.minus(now.since(at)).toNanos() + 1;
	}

	private void forgetOld(Tick now) {
		while (!this.attempts.isEmpty() && isOld(this.attempts.getFirst().at(), now)) {
			forget(this.attempts.removeFirst());
		}
		while (!this.latencies.isEmpty() && isOld(this.latencies.getFirst().at(), now)) {
			this.latencies.removeFirst();
			this.sorted = false;
		}
	}

	private boolean isOld(Tick at, Tick now) {
		return now.since(at).compareTo(this.length) > 0;
	}

	private record Attempt(Tick at, boolean success) {

	}

	private record Latency(Tick at, Duration duration) {

	}

}
