package io.github.slacklogging.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.slacklogging.inbox.json.Json;

/**
 * The messages that were accepted, within a bound, and the queue of those no test has
 * taken yet. Thread-safe.
 */
final class MessageStore {

	static final int MAX_MESSAGES = 1_000;

	/** With the requests 64 MB: a character costs up to two bytes on the heap. */
	private static final long MAX_CHARS = 24L * 1024 * 1024;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition arrived = this.lock.newCondition();

	private final BoundedLog<InboxMessage> messages = new BoundedLog<>(MAX_MESSAGES, MAX_CHARS);

	private final BoundedLog<InboxMessage> untaken = new BoundedLog<>(MAX_MESSAGES, MAX_CHARS);

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	private final InstantSource clock;

	private long lastMicros;

	private boolean closed;

	MessageStore(InstantSource clock) {
		this.clock = clock;
	}

	/** Keeps a message and gives it its {@code ts}. */
	InboxMessage add(Draft draft) {
		return locked(() -> {
			Instant now = this.clock.instant();
			InboxMessage message = draft.toMessage(nextTs(now), now);
			this.messages.add(message, sizeOf(message));
			arrive(message);
			return message;
		});
	}

	/** Changes what a message says; empty if it is gone. */
	Optional<InboxMessage> edit(String channel, String ts, Json.Obj arguments) {
		return locked(() -> {
			Optional<InboxMessage> edited = change(channel, ts,
					(old) -> MessageEdit.of(old, arguments, this.clock.instant()));
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
				.flatMap((old) -> change(channel, ts, (same) -> same.reacted(change.apply(same.reactions()))));
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
				.flatMap((old) -> change(channel, ts, (same) -> same.pinned(pinned)));
			changed.ifPresent((message) -> this.listeners.forEach((listener) -> listener.kept(message)));
			return changed;
		});
	}

	/** Takes a message away; empty if there is none. */
	Optional<InboxMessage> delete(String channel, String ts) {
		return locked(() -> {
			Optional<InboxMessage> deleted = find(channel, ts);
			deleted.ifPresent((message) -> {
				this.messages.remove(message);
				this.listeners.forEach((listener) -> listener.deleted(message));
			});
			return deleted;
		});
	}

	Optional<InboxMessage> find(String channel, String ts) {
		return messages().stream().filter((each) -> each.channel().equals(channel) && each.ts().equals(ts)).findFirst();
	}

	List<InboxMessage> messages() {
		return locked(this.messages::entries);
	}

	/**
	 * Waits for the next message that was not taken; empty after the time or at close.
	 */
	Optional<InboxMessage> take(Duration timeout) throws InterruptedException {
		long left = timeout.toNanos();
		this.lock.lockInterruptibly();
		try {
			while (this.untaken.isEmpty() && left > 0 && !this.closed) {
				left = this.arrived.awaitNanos(left);
			}
			return this.untaken.poll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void clear() {
		locked(() -> {
			this.messages.clear();
			this.untaken.clear();
			this.listeners.forEach(Listener::cleared);
			return true;
		});
	}

	void close() {
		locked(() -> {
			this.closed = true;
			this.arrived.signalAll();
			return true;
		});
	}

	void listen(Listener listener) {
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

	private void arrive(InboxMessage message) {
		this.untaken.add(message, sizeOf(message));
		this.arrived.signalAll();
		this.listeners.forEach((listener) -> listener.kept(message));
	}

	private Optional<InboxMessage> change(String channel, String ts, UnaryOperator<InboxMessage> change) {
		return find(channel, ts).map((old) -> {
			InboxMessage changed = change.apply(old);
			long earlier = changed.earlier().stream().mapToLong(MessageStore::sizeOf).sum();
			this.messages.replace(old, changed, sizeOf(changed) + earlier);
			return changed;
		});
	}

	/** Unique and rising, even when the clock stands or jumps back. */
	private String nextTs(Instant now) {
		long micros = TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1_000;
		this.lastMicros = Math.max(this.lastMicros + 1, micros);
		return String.format(Locale.ROOT, "%d.%06d", this.lastMicros / 1_000_000, this.lastMicros % 1_000_000);
	}

	private static long sizeOf(InboxMessage message) {
		long files = message.files().stream().mapToLong(InboxFile::size).sum();
		// text, blocks and attachments are held beside the JSON they come from
		return 2L * message.json().length() + files + 200;
	}

	private static long sizeOf(InboxMessage.Version version) {
		return version.text().length() + Objects.requireNonNullElse(version.blocksJson(), "").length()
				+ Objects.requireNonNullElse(version.attachmentsJson(), "").length() + 100L;
	}

	/** Told of every change in its order, under the lock: must not wait. */
	interface Listener {

		void kept(InboxMessage message);

		void deleted(InboxMessage message);

		void cleared();

	}

}
