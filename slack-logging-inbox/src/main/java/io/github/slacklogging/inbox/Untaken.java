package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The messages, and edits of messages, that no test has taken yet, oldest first. Bounded;
 * thread-safe.
 */
final class Untaken {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition arrived = this.lock.newCondition();

	private final BoundedLog<Long, InboxMessage> messages;

	private long lastArrival;

	private boolean closed;

	Untaken(Room room) {
		this.messages = new BoundedLog<>(MessageStore.MAX_MESSAGES, room);
	}

	/** Most of its text is shared with the message that is kept, until that is edited. */
	void add(InboxMessage message) {
		this.lock.lock();
		try {
			this.lastArrival++;
			this.messages.add(this.lastArrival, message, Room.bytesOf(message.json()));
			this.arrived.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * A message was deleted: its files and earlier forms are held by these forms alone.
	 */
	void deleted(InboxMessage message) {
		this.messages.measure((each) -> each.ts().equals(message.ts()) && each.channel().equals(message.channel()),
				(each) -> new Kept(each, Provenance.NONE).size());
	}

	/** Waits for the next one; empty after the time or at close. */
	Optional<InboxMessage> take(Duration timeout) throws InterruptedException {
		long left = timeout.toNanos();
		this.lock.lockInterruptibly();
		try {
			while (this.messages.isEmpty() && left > 0 && !this.closed) {
				left = this.arrived.awaitNanos(left);
			}
			return this.messages.poll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void clear() {
		this.messages.clear();
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

}
