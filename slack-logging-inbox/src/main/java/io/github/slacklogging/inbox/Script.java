package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * Which reply a request gets: the next one scripted for it, else the one for always. Of
 * several, the one whose {@link Calls} say more, and of those the oldest. Thread-safe.
 */
final class Script {

	/** The place of the number of times, for a reply that is never used up. */
	static final int ALWAYS = 0;

	/** A loop that scripts in a test must not grow the list without end. */
	private static final int MAX_ENTRIES = 10_000;

	private final List<Entry> entries = new ArrayList<>();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private int lastId;

	/** Scripts the reply to the next few of these calls. */
	Entry enqueue(Calls calls, int times, Reply reply) {
		if (times < 1) {
			throw new IllegalArgumentException("A reply is scripted for one call at least, not for " + times);
		}
		return add(calls, times, reply);
	}

	/** Scripts the reply to all of these calls, in the place of an earlier one. */
	Entry answerAlways(Calls calls, Reply reply) {
		synchronized (this) {
			this.entries.removeIf((each) -> each.isForAlways() && each.calls().equals(calls));
		}
		return add(calls, ALWAYS, reply);
	}

	/** What is scripted and not used up, oldest first. */
	synchronized List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	/** Takes back what is left of an entry; whether there was any. */
	boolean remove(int id) {
		boolean removed;
		synchronized (this) {
			removed = this.entries.removeIf((each) -> each.id() == id);
		}
		if (removed) {
			tell();
		}
		return removed;
	}

	void clear() {
		synchronized (this) {
			this.entries.clear();
		}
		tell();
	}

	Reply replyFor(String method, @Nullable String channel) {
		Optional<Entry> used;
		synchronized (this) {
			used = best(method, channel);
			used.filter((entry) -> !entry.isForAlways()).ifPresent(this::use);
		}
		used.filter((entry) -> !entry.isForAlways()).ifPresent((entry) -> tell());
		return used.map(Entry::reply).orElseGet(Reply::ok);
	}

	/** Told after every change, on the thread that made it and outside the lock. */
	void listen(Runnable listener) {
		this.listeners.add(listener);
	}

	private Entry add(Calls calls, int times, Reply reply) {
		Entry entry;
		synchronized (this) {
			if (this.entries.size() >= MAX_ENTRIES) {
				throw new IllegalStateException("More than " + MAX_ENTRIES + " replies are scripted already");
			}
			this.lastId++;
			entry = new Entry(this.lastId, calls, reply, times);
			this.entries.add(entry);
		}
		tell();
		return entry;
	}

	/**
	 * One that can be used up goes before one for always, then the one that says more.
	 */
	private Optional<Entry> best(String method, @Nullable String channel) {
		return this.entries.stream()
			.filter((each) -> each.calls().matches(method, channel))
			.min(Comparator.comparing(Entry::isForAlways)
				.thenComparing(Comparator.comparingInt((Entry each) -> each.calls().rank()).reversed())
				.thenComparingInt(Entry::id));
	}

	private void use(Entry entry) {
		if (entry.timesLeft() == 1) {
			this.entries.remove(entry);
		}
		else {
			this.entries.set(this.entries.indexOf(entry), entry.used());
		}
	}

	private void tell() {
		this.listeners.forEach(Runnable::run);
	}

	/**
	 * A reply that waits for its calls. Immutable.
	 *
	 * @param id its number in this script
	 * @param calls what it is for
	 * @param reply the reply
	 * @param timesLeft how many calls will get it, {@link #ALWAYS} for all
	 */
	record Entry(int id, Calls calls, Reply reply, int timesLeft) {

		boolean isForAlways() {
			return this.timesLeft == ALWAYS;
		}

		/** For people, for example {@code every call: 503}. */
		String sentence() {
			return this.calls.sentence(this.timesLeft) + ": " + this.reply.sentence();
		}

		private Entry used() {
			return new Entry(this.id, this.calls, this.reply, this.timesLeft - 1);
		}

	}

}
