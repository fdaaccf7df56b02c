package io.github.slacklogging.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the newest entries within a number and a size; the oldest go first. Not
 * thread-safe.
 *
 * @param <T> what is kept
 */
final class BoundedLog<T> {

	private final int maxEntries;

	private final long maxChars;

	private final Deque<Sized<T>> entries = new ArrayDeque<>();

	private long chars;

	BoundedLog(int maxEntries, long maxChars) {
		this.maxEntries = maxEntries;
		this.maxChars = maxChars;
	}

	/** Adds the newest; it stays even if it alone is over the size. */
	void add(T entry, long size) {
		this.entries.addLast(new Sized<>(entry, size));
		this.chars += size;
		while (this.entries.size() > 1 && (this.entries.size() > this.maxEntries || this.chars > this.maxChars)) {
			this.chars -= this.entries.removeFirst().size();
		}
	}

	/** Puts another entry in the place of this one; nothing happens if it is gone. */
	void replace(T old, T replacement, long size) {
		List<Sized<T>> all = new ArrayList<>(this.entries);
		clear();
		for (Sized<T> each : all) {
			if (each.entry() == old) {
				add(replacement, size);
			}
			else {
				add(each.entry(), each.size());
			}
		}
	}

	/** Takes this entry away, if it is there. */
	void remove(T old) {
		List<Sized<T>> all = new ArrayList<>(this.entries);
		clear();
		all.stream().filter((each) -> each.entry() != old).forEach((each) -> add(each.entry(), each.size()));
	}

	/** Takes the oldest away; empty if there is none. */
	Optional<T> poll() {
		Sized<T> first = this.entries.pollFirst();
		if (first == null) {
			return Optional.empty();
		}
		this.chars -= first.size();
		return Optional.of(first.entry());
	}

	boolean isEmpty() {
		return this.entries.isEmpty();
	}

	List<T> entries() {
		return this.entries.stream().map(Sized::entry).toList();
	}

	void clear() {
		this.entries.clear();
		this.chars = 0;
	}

	private record Sized<T>(T entry, long size) {

	}

}
