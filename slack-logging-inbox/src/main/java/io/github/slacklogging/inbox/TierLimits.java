package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slack's limits on the methods of the Web API: so many calls in any minute, for the
 * whole workspace, with a tenth above that is tolerated. Thread-safe. (Slack publishes
 * the figures of its tiers as "50+ a minute" on its page on rate limits, neither the
 * window nor the burst; a sliding minute is the strict reading.)
 */
final class TierLimits {

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	private final LongSupplier nanoTime;

	private final Map<String, Integer> perMinute = new HashMap<>();

	private final Map<String, Deque<Long>> calls = new HashMap<>();

	/** Limits {@code chat.update} only: the one limit a sender meets first. */
	TierLimits(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		asAtTheStart();
	}

	synchronized void asAtTheStart() {
		unlimited();
		this.perMinute.put("chat.update", 50);
	}

	synchronized void limit(String method, int perMinute) {
		if (perMinute < 1) {
			throw new IllegalArgumentException("perMinute must be at least 1");
		}
		this.perMinute.put(method, perMinute);
		this.calls.remove(method);
	}

	synchronized void likeSlack() {
		this.perMinute.putAll(MethodSheet.perMinuteByName());
		this.calls.clear();
	}

	synchronized void unlimited() {
		this.perMinute.clear();
		this.calls.clear();
	}

	/** Counts a call. Zero if it may pass, else how long until one may. */
	synchronized Duration acquire(String method) {
		Integer limit = this.perMinute.get(method);
		if (limit == null) {
			return Duration.ZERO;
		}
		long now = this.nanoTime.getAsLong();
		Deque<Long> latest = this.calls.computeIfAbsent(method, (key) -> new ArrayDeque<>());
		while (!latest.isEmpty() && now - latest.getFirst() >= MINUTE) {
			latest.removeFirst();
		}
		if (latest.size() >= limit + limit / 10) {
			return Duration.ofNanos(MINUTE - (now - latest.getFirst()));
		}
		latest.addLast(now);
		return Duration.ZERO;
	}

}
