package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slack's limit on posting: so many messages a second in each channel, with a short burst
 * above. A token bucket per channel; off until it is set. Thread-safe.
 */
final class RateLimiter {

	private final LongSupplier nanoTime;

	private final Map<String, Bucket> buckets = new HashMap<>();

	private int perSecond;

	private int burst;

	RateLimiter(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	synchronized void limitTo(int perSecond, int burst) {
		if (perSecond < 1 || burst < 1) {
			throw new IllegalArgumentException("perSecond and burst must be at least 1");
		}
		this.perSecond = perSecond;
		this.burst = burst;
		this.buckets.clear();
	}

	synchronized void unlimited() {
		this.perSecond = 0;
		this.buckets.clear();
	}

	/** Takes a permit. Zero if there was one, else how long until there is one. */
	synchronized Duration acquire(String channel) {
		if (this.perSecond == 0) {
			return Duration.ZERO;
		}
		long now = this.nanoTime.getAsLong();
		Bucket bucket = this.buckets.computeIfAbsent(channel, (key) -> new Bucket(this.burst, now));
		double tokens = Math.min(this.burst, bucket.tokens() + (now - bucket.nanos()) / 1e9 * this.perSecond);
		boolean granted = tokens >= 1;
		this.buckets.put(channel, new Bucket(granted ? tokens - 1 : tokens, now));
		return granted ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - tokens) / this.perSecond * 1e9));
	}

	private record Bucket(double tokens, long nanos) {

	}

}
