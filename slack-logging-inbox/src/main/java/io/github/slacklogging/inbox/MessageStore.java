package io.github.slacklogging.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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

	InboxMessage add(Draft draft) {
		return keep(draft, Optional.empty());
	}

	/**
	 * Keeps a message and gives it its {@code ts}, or the one of the message it edits.
	 */
	InboxMessage keep(Draft draft, Optional<InboxMessage> edited) {
		this.lock.lock();
		try {
			Instant now = this.clock.instant();
			String ts = edited.map(InboxMessage::ts).orElseGet(() -> nextTs(now));
			InboxMessage message = draft.toMessage(ts, now, edited.map((old) -> old.edits() + 1).orElse(0));
			edited.ifPresentOrElse((old) -> this.messages.replace(old, message, sizeOf(message)),
					() -> this.messages.add(message, sizeOf(message)));
			this.untaken.add(message, sizeOf(message));
			this.arrived.signalAll();
			this.listeners.forEach((listener) -> listener.kept(message));
			return message;
		}
		finally {
			this.lock.unlock();
		}
	}

	Optional<InboxMessage> find(String channel, String ts) {
		return messages().stream().filter((each) -> each.channel().equals(channel) && each.ts().equals(ts)).findFirst();
	}

	List<InboxMessage> messages() {
		this.lock.lock();
		try {
			return this.messages.entries();
		}
		finally {
			this.lock.unlock();
		}
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
		this.lock.lock();
		try {
			this.messages.clear();
			this.untaken.clear();
			this.listeners.forEach(Listener::cleared);
		}
		finally {
			this.lock.unlock();
		}
	}

	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.arrived.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void listen(Listener listener) {
		this.listeners.add(listener);
	}

	/** Unique and rising, even when the clock stands or jumps back. */
	private String nextTs(Instant now) {
		long micros = TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1_000;
		this.lastMicros = Math.max(this.lastMicros + 1, micros);
		return String.format(Locale.ROOT, "%d.%06d", this.lastMicros / 1_000_000, this.lastMicros % 1_000_000);
	}

	private static long sizeOf(InboxMessage message) {
		long files = message.files().stream().mapToLong((file) -> file.text().length()).sum();
		// text, blocks and attachments are held beside the JSON they come from
		return 2L * message.json().length() + files + 200;
	}

	/** Told of every change in its order, under the lock: must not wait. */
	interface Listener {

		void kept(InboxMessage message);

		void cleared();

	}

}
