package io.github.slacklogging.inbox;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest entries within a number, and within a {@link Room} that it shares with
 * other logs; the oldest go first. Everything but the list of all entries takes the same
 * time however many there are. Thread-safe.
 *
 * @param <K> by which an entry is found
 * @param <V> what is kept
 */
final class BoundedLog<K, V> {

	private final int maxEntries;

	private final Room room;

	private final Map<K, Sized<V>> entries = new LinkedHashMap<>();

	private long forgotten;

	BoundedLog(int maxEntries, Room room) {
		this.maxEntries = maxEntries;
		this.room = room;
		room.admit(this);
	}

	/** Adds the newest; it stays even if it alone is larger than the room. */
	void add(K key, V entry, long bytes) {
		synchronized (this.room) {
			remove(key);
			this.entries.put(key, new Sized<>(entry, bytes, this.room.nextNumber()));
			this.room.take(bytes);
			if (this.entries.size() > this.maxEntries) {
				forgetOldest();
			}
			this.room.shrink();
		}
	}

	/** Puts another entry in the place of this one; nothing happens if it is gone. */
	void replace(K key, V entry, long bytes) {
		synchronized (this.room) {
			Sized<V> old = this.entries.get(key);
			if (old != null) {
				this.entries.put(key, new Sized<>(entry, bytes, old.number()));
				this.room.take(bytes - old.bytes());
				this.room.shrink();
			}
		}
	}

	/** Counts anew what some entries take, as they share less with others by now. */
	void measure(Predicate<V> which, ToLongFunction<V> bytes) {
		synchronized (this.room) {
			this.entries.replaceAll((key, old) -> which.test(old.entry()) ? remeasured(old, bytes) : old);
			this.room.shrink();
		}
	}

	private Sized<V> remeasured(Sized<V> old, ToLongFunction<V> bytes) {
		Sized<V> measured = new Sized<>(old.entry(), bytes.applyAsLong(old.entry()), old.number());
		this.room.take(measured.bytes() - old.bytes());
		return measured;
	}

	Optional<V> find(K key) {
		synchronized (this.room) {
			return Optional.ofNullable(entryOf(this.entries.get(key)));
		}
	}

	/** Takes an entry away; empty if it is not there. */
	Optional<V> remove(K key) {
		synchronized (this.room) {
			Sized<V> old = this.entries.remove(key);
			this.room.take((old != null) ? -old.bytes() : 0);
			return Optional.ofNullable(entryOf(old));
		}
	}

	/** Takes the oldest away; empty if there is none. */
	Optional<V> poll() {
		synchronized (this.room) {
			Iterator<K> keys = this.entries.keySet().iterator();
			return keys.hasNext() ? remove(keys.next()) : Optional.empty();
		}
	}

	boolean isEmpty() {
		return size() == 0;
	}

	int size() {
		synchronized (this.room) {
			return this.entries.size();
		}
	}

	/** Oldest first. */
	List<V> entries() {
		synchronized (this.room) {
			return this.entries.values().stream().map(Sized::entry).toList();
		}
	}

	/** How many had to go for newer ones, since it was cleared. */
	long forgotten() {
		synchronized (this.room) {
			return this.forgotten;
		}
	}

	void clear() {
		synchronized (this.room) {
			this.entries.values().forEach((each) -> this.room.take(-each.bytes()));
			this.entries.clear();
			this.forgotten = 0;
		}
	}

	/** The number of the oldest entry in the room, the highest there is if none. */
	long oldestNumber() {
		Iterator<Sized<V>> all = this.entries.values().iterator();
		return all.hasNext() ? all.next().number() : Long.MAX_VALUE;
	}

	void forgetOldest() {
		poll();
		this.forgotten++;
	}

	private static <V> @Nullable V entryOf(@Nullable Sized<V> sized) {
		return (sized != null) ? sized.entry() : null;
	}

	private record Sized<V>(V entry, long bytes, long number) {

	}

}
