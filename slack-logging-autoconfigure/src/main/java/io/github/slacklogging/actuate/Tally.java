package io.github.slacklogging.actuate;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts by key. Thread-safe; counting a known key takes no lock and allocates nothing.
 *
 * @param <K> what is counted
 */
final class Tally<K> {

	private final Map<K, LongAdder> counts = new ConcurrentHashMap<>();

	/**
	 * Starts every known key at zero.
	 * @param known keys that are there before they are counted; others may follow
	 */
	Tally(Collection<K> known) {
		known.forEach((key) -> this.counts.put(key, new LongAdder()));
	}

	/**
	 * Counts.
	 * @return whether the key was new
	 */
	boolean add(K key, long count) {
		LongAdder known = this.counts.get(key);
		if (known != null) {
			known.add(count);
			return false;
		}
		LongAdder fresh = new LongAdder();
		fresh.add(count);
		LongAdder other = this.counts.putIfAbsent(key, fresh);
		if (other != null) {
			other.add(count);
		}
		return other == null;
	}

	long count(K key) {
		LongAdder count = this.counts.get(key);
		return (count != null) ? count.sum() : 0;
	}

	Set<K> keys() {
		return Set.copyOf(this.counts.keySet());
	}

}
