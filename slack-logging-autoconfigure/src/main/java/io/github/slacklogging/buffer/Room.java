package io.github.slacklogging.buffer;

import java.util.concurrent.atomic.AtomicLongArray;

import io.github.slacklogging.LogEvent;

/**
 * How much of a buffer is used, in events and bytes, which are taken in one step: of each
 * number the upper 24 bits count events, the lower 40 bits count bytes. Exact; lock-free.
 *
 * <p>
 * Threads that log write one number, the worker another one, each in a cache line of its
 * own: a worker that gives back does not hold up those who take. Both only grow, and
 * their difference stays right when they overflow. It is the room in use if nothing was
 * taken while both were read; only then it decides against an event.
 */
final class Room {

	private static final int EVENTS_SHIFT = 40;

	private static final long BYTES_MASK = (1L << EVENTS_SHIFT) - 1;

	/** Two cache lines apart, as processors fetch them in pairs. */
	private static final int TAKEN = 16;

	private static final int GIVEN_BACK = 32;

	private static final int LENGTH = 48;

	private final AtomicLongArray numbers = new AtomicLongArray(LENGTH);

	/** What an event needs. */
	static long of(LogEvent event) {
		return (1L << EVENTS_SHIFT) | event.approximateBytes();
	}

	static int events(long room) {
		return (int) (room >>> EVENTS_SHIFT);
	}

	static long bytes(long room) {
		return room & BYTES_MASK;
	}

	/** The room in use now. */
	long used() {
		long taken;
		long used;
		do {
			taken = this.numbers.get(TAKEN);
			used = taken - this.numbers.get(GIVEN_BACK);
		}
		while (this.numbers.get(TAKEN) != taken);
		return used;
	}

	/**
	 * Whether a limit allows any event now. Where the answer is yes two numbers are read.
	 */
	boolean isLeft(Limit limit) {
		long taken = this.numbers.get(TAKEN);
		return limit.admits(taken - this.numbers.get(GIVEN_BACK)) || limit.admits(used());
	}

	/**
	 * Takes room if the limit allows.
	 * @param room of an event
	 * @param limit of its severity
	 */
	boolean take(long room, Limit limit) {
		while (true) {
			long taken = this.numbers.get(TAKEN);
			boolean fits = limit.admits(taken - this.numbers.get(GIVEN_BACK), room);
			if (fits ? this.numbers.compareAndSet(TAKEN, taken, taken + room) : this.numbers.get(TAKEN) == taken) {
				return fits;
			}
		}
	}

	/** By the worker only. */
	void giveBack(long room) {
		this.numbers.setRelease(GIVEN_BACK, this.numbers.getPlain(GIVEN_BACK) + room);
	}

}
