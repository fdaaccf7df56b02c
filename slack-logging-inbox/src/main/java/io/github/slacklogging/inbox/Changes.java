package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets threads wait until something is so, and ask again only when something has changed.
 * Thread-safe.
 */
final class Changes implements MessageListener {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private long count;

	private boolean closed;

	/** Something has changed. Waits for nobody. */
	void tell() {
		this.lock.lock();
		try {
			this.count++;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits. The condition is asked without our lock, as it takes others under which we
	 * are told; what changes meanwhile is seen by the count.
	 * @return whether the condition holds
	 */
	boolean await(Duration timeout, BooleanSupplier condition) {
		long deadline = System.nanoTime() + timeout.toNanos();
		try {
			long seen = seen();
			while (!condition.getAsBoolean()) {
				if (!changesBefore(deadline, seen)) {
					return condition.getAsBoolean();
				}
				seen = seen();
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void kept(InboxMessage message) {
		tell();
	}

	@Override
	public void deleted(InboxMessage message) {
		tell();
	}

	@Override
	public void cleared() {
		tell();
	}

	@Override
	public void restored() {
		tell();
	}

	private long seen() {
		this.lock.lock();
		try {
			return this.count;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean changesBefore(long deadline, long seen) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			while (this.count == seen && !this.closed) {
				long left = deadline - System.nanoTime();
				if (left <= 0) {
					return false;
				}
				this.changed.await(left, TimeUnit.NANOSECONDS);
			}
			return this.count != seen;
		}
		finally {
			this.lock.unlock();
		}
	}

}
