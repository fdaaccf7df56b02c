package io.github.slacklogging.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.slacklogging.inbox.json.Json;

/**
 * The messages that were accepted, within a bound, and the queue of those no test has
 * taken yet. Thread-safe. (Longer than others: each kind of change is told under the one
 * lock that orders them.)
 */
final class MessageStore {

	static final int MAX_MESSAGES = 1_000;

	private final ReentrantLock lock = new ReentrantLock();

	private final BoundedLog<Kept.Key, Kept> messages;

	private final Untaken untaken;

	private final List<MessageListener> listeners = new CopyOnWriteArrayList<>();

	private final InstantSource clock;

	private final Supplier<String> currentRequest;

	private long lastMicros;

	/**
	 * Makes an empty store.
	 * @param clock gives the time of a message
	 * @param room what the messages may take, with all else that is kept
	 * @param currentRequest the request that makes or changes a message
	 */
	MessageStore(InstantSource clock, Room room, Supplier<String> currentRequest) {
		this.clock = clock;
		this.currentRequest = currentRequest;
		this.messages = new BoundedLog<>(MAX_MESSAGES, room);
		this.untaken = new Untaken(room);
	}

	/** Keeps a message and gives it its {@code ts}. */
	InboxMessage add(Draft draft) {
		return locked(() -> {
			Instant now = this.clock.instant();
			InboxMessage message = draft.toMessage(nextTs(now), now);
			keep(new Kept(message, this.currentRequest.get()));
			arrive(message);
			return message;
		});
	}

	/** Changes what a message says; empty if it is gone. */
	Optional<InboxMessage> edit(String channel, String ts, Json.Obj arguments) {
		return locked(() -> {
			Optional<InboxMessage> edited = change(channel, ts,
					(old) -> new Kept(MessageEdit.of(old.message(), arguments, this.clock.instant()),
							this.currentRequest.get()));
			edited.ifPresent(this::arrive);
			return edited;
		});
	}

	/**
	 * Changes the reactions to a message; empty if it is gone, or the change gives back
	 * what is there. Not a new form of the message: nobody takes it again.
	 */
	Optional<InboxMessage> react(String channel, String ts, UnaryOperator<List<String>> change) {
		return locked(() -> {
			Optional<InboxMessage> changed = find(channel, ts)
				.filter((old) -> !change.apply(old.reactions()).equals(old.reactions()))
				.flatMap((old) -> change(channel, ts,
						(same) -> new Kept(old.reacted(change.apply(old.reactions())), same.request())));
			changed.ifPresent((message) -> this.listeners.forEach((listener) -> listener.kept(message)));
			return changed;
		});
	}

	/**
	 * Pins a message or takes its pin away; empty if it is gone, or is so already. Not a
	 * new form of the message: nobody takes it again.
	 */
	Optional<InboxMessage> pin(String channel, String ts, boolean pinned) {
		return locked(() -> {
			Optional<InboxMessage> changed = find(channel, ts).filter((old) -> old.isPinned() != pinned)
				.flatMap((old) -> change(channel, ts, (same) -> new Kept(old.pinned(pinned), same.request())));
			changed.ifPresent((message) -> this.listeners.forEach((listener) -> listener.kept(message)));
			return changed;
		});
	}

	/** Takes a message away; empty if there is none. */
	Optional<InboxMessage> delete(String channel, String ts) {
		return locked(() -> {
			Optional<InboxMessage> deleted = find(channel, ts);
			deleted.ifPresent((message) -> {
				this.messages.remove(new Kept.Key(channel, ts));
				this.untaken.deleted(message);
				this.listeners.forEach((listener) -> listener.deleted(message));
			});
			return deleted;
		});
	}

	/**
	 * Puts messages of an earlier time among those that are there, in the order of their
	 * {@code ts}; one that is there already is replaced. Nobody takes them.
	 */
	void restore(List<InboxMessage> restored) {
		locked(() -> {
			Map<Kept.Key, Kept> all = new HashMap<>();
			this.messages.entries().forEach((kept) -> all.put(kept.key(), kept));
			restored.stream()
				.map((message) -> new Kept(message, Provenance.NONE))
				.forEach((kept) -> all.put(kept.key(), kept));
			all.values().stream().sorted(Comparator.comparingLong((kept) -> kept.key().micros())).forEach((kept) -> {
				keep(kept);
				this.lastMicros = Math.max(this.lastMicros, kept.key().micros());
			});
			this.listeners.forEach(MessageListener::restored);
			return true;
		});
	}

	Optional<InboxMessage> find(String channel, String ts) {
		return this.messages.find(new Kept.Key(channel, ts)).map(Kept::message);
	}

	/** The id of the request that gave a message its present form; empty if none did. */
	String requestOf(String channel, String ts) {
		return this.messages.find(new Kept.Key(channel, ts)).map(Kept::request).orElse(Provenance.NONE);
	}

	List<InboxMessage> messages() {
		return this.messages.entries().stream().map(Kept::message).toList();
	}

	int size() {
		return this.messages.size();
	}

	/** How many had to go for newer ones. */
	long forgotten() {
		return this.messages.forgotten();
	}

	/**
	 * Waits for the next message that was not taken; empty after the time or at close.
	 */
	Optional<InboxMessage> take(Duration timeout) throws InterruptedException {
		return this.untaken.take(timeout);
	}

	void clear() {
		locked(() -> {
			this.messages.clear();
			this.untaken.clear();
			this.listeners.forEach(MessageListener::cleared);
			return true;
		});
	}

	void close() {
		this.untaken.close();
	}

	void listen(MessageListener listener) {
		this.listeners.add(listener);
	}

	private <T> T locked(Supplier<T> work) {
		this.lock.lock();
		try {
			return work.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void keep(Kept kept) {
		this.messages.add(kept.key(), kept, kept.size());
	}

	private void arrive(InboxMessage message) {
		this.untaken.add(message);
		this.listeners.forEach((listener) -> listener.kept(message));
	}

	private Optional<InboxMessage> change(String channel, String ts, UnaryOperator<Kept> change) {
		Kept.Key key = new Kept.Key(channel, ts);
		return this.messages.find(key).map((old) -> {
			Kept changed = change.apply(old);
			this.messages.replace(key, changed, changed.size());
			return changed.message();
		});
	}

	/** Unique and rising, even when the clock stands or jumps back. */
	private String nextTs(Instant now) {
		long micros = TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1_000;
		this.lastMicros = Math.max(this.lastMicros + 1, micros);
		return String.format(Locale.ROOT, "%d.%06d", this.lastMicros / 1_000_000, this.lastMicros % 1_000_000);
	}

}
