package io.github.slacklogging.worker;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Lets one thread sleep and any thread wake it. Producers read one field; only the first
 * after the sleeper went to sleep pays for the wake-up.
 */
public final class WakeUp {

	private final AtomicReference<@Nullable Thread> sleeper = new AtomicReference<>();

	/** Also rests between two looks, from which only an answer calls it. */
	private volatile @Nullable Thread resting;

	/** Wakes the sleeper if there is one. Never blocks. */
	public void ifAsleep() {
		Thread thread = this.sleeper.get();
		if (thread != null && this.sleeper.compareAndSet(thread, null)) {
			LockSupport.unpark(thread);
		}
	}

	/** Ends the present rest, or the next one before it begins. Never blocks. */
	public void now() {
		LockSupport.unpark(this.resting);
	}

	/** Says who rests. */
	void belongsTo(Thread thread) {
		this.resting = thread;
	}

	/**
	 * Sleeps until woken, or so long, or not at all.
	 * @param nanos at most so long
	 * @param stayAwake asked after falling asleep was announced: what arrived before is
	 * seen here, what arrives later wakes
	 */
	public void sleep(long nanos, BooleanSupplier stayAwake) {
		this.sleeper.set(Thread.currentThread());
		try {
			if (!stayAwake.getAsBoolean()) {
				LockSupport.parkNanos(this, nanos);
			}
		}
		finally {
			this.sleeper.set(null);
		}
	}

}
