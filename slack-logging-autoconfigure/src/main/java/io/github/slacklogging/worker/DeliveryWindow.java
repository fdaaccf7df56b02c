package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of the last minutes of one worker at one place, bounded. For one thread.
 */
public final class DeliveryWindow {

	private static final int MAX_ATTEMPTS = 1_000;

	private final Duration length;

	private final Deque<Attempt> attempts = new ArrayDeque<>();

	/**
	 * No attempts yet.
	 * @param length how far it looks back
	 */
	public DeliveryWindow(Duration length) {
		this.length = length;
	}

	/** An attempt was acknowledged. */
	public void succeeded(Duration latency, Tick now) {
		add(new Attempt(now, true, latency));
	}

	/** An attempt was not acknowledged. */
	public void failed(Tick now) {
		add(new Attempt(now, false, Duration.ZERO));
	}

	private void add(Attempt attempt) {
		if (this.attempts.size() == MAX_ATTEMPTS) {
			this.attempts.removeFirst();
		}
		this.attempts.addLast(attempt);
	}

	/** Attempts that it sees. */
	public int size(Tick now) {
		forgetOld(now);
		return this.attempts.size();
	}

	/** Share of acknowledged attempts, 1 when there was none. */
	public double successRate(Tick now) {
		/** Attempts that it sees. */
		int size = size(now);
		return (size == 0) ? 1 : (double) this.attempts.stream().filter(Attempt::success).count() / size;
	}

	/** The latency that 95 % of the acknowledged attempts stayed within. */
	public @Nullable Duration p95Latency(Tick now) {
		forgetOld(now);
		List<Duration> latencies = this.attempts.stream()
			.filter(Attempt::success)
			.map(Attempt::latency)
			.sorted()
			.toList();
		return latencies.isEmpty() ? null : latencies.get((int) Math.ceil(latencies.size() * 0.95) - 1);
	}

	private void forgetOld(Tick now) {
		while (!this.attempts.isEmpty() && now.since(this.attempts.getFirst().at()).compareTo(this.length) > 0) {
			this.attempts.removeFirst();
		}
	}

	private record Attempt(Tick at, boolean success, Duration latency) {

	}

}
