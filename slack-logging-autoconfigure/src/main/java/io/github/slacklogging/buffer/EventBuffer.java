package io.github.slacklogging.buffer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * Events on their way from the threads that log to the one worker, in the order in which
 * they were taken. Lock-free: nobody waits for anybody, and nobody is woken up.
 *
 * <p>
 * Bounded in events and in approximate bytes. A full buffer turns the newest event away;
 * counting it is the caller's. Of both bounds, severities below ERROR may use 80 %, ERROR
 * may use 95 %, and the rest is kept for CRITICAL. An event must fit into what is left of
 * its bytes, with one exception: a CRITICAL event gets in as long as any byte is left, so
 * {@link #bytes()} may exceed the bound by the size of one event.
 *
 * <p>
 * {@link #drain} is for one thread at a time, everything else for any thread.
 */
public final class EventBuffer {

	/**
	 * Room for one event and its bytes is taken in one step: the upper 24 bits count
	 * events, the lower 40 bits count bytes.
	 */
	private static final int EVENTS_SHIFT = 40;

	private static final long BYTES_MASK = (1L << EVENTS_SHIFT) - 1;

	private final MpscAtomicArrayQueue<LogEvent> queue;

	private final AtomicLong used = new AtomicLong();

	private final Settings settings;

	private final Limit belowError;

	private final Limit error;

	private final Limit critical;

	public EventBuffer(Settings settings) {
		this.settings = settings;
		this.queue = new MpscAtomicArrayQueue<>(settings.capacity());
		this.belowError = Limit.share(80, settings);
		this.error = Limit.share(95, settings);
		this.critical = new Limit(settings.capacity(), settings.maxBytes(), Long.MAX_VALUE);
	}

	/**
	 * Whether an event of this severity has room now. Reads one number, so a full buffer
	 * is known before an event is made.
	 * @param severity of the event
	 * @return {@code false} when {@link #offer} would turn away every event of this
	 * severity
	 */
	public boolean admits(Severity severity) {
		return admits(this.used.get(), limit(severity));
	}

	/**
	 * Takes the event if there is room for it.
	 * @param event to take
	 * @return {@code false} when it was turned away
	 */
	public boolean offer(LogEvent event) {
		// Never refused by the queue: the room of an event is given back only after its
		// slot is free.
		return reserve(event) && this.queue.offer(event);
	}

	/**
	 * Hands over events in order. An event whose thread is just putting it in, and those
	 * after it, come with a later call: the worker waits for nobody. What the receiver
	 * throws goes to the caller; the event it was given is no longer in the buffer.
	 * @param max most events to hand over
	 * @param receiver of the events
	 * @return how many were handed over
	 */
	public int drain(int max, Consumer<? super LogEvent> receiver) {
		int count = 0;
		while (count < max) {
			LogEvent event = this.queue.relaxedPoll();
			if (event == null) {
				break;
			}
			this.used.addAndGet(-room(event));
			count++;
			receiver.accept(event);
		}
		return count;
	}

	/** Events in the buffer, those just being put in included. */
	public int size() {
		return events(this.used.get());
	}

	/** Most events that the buffer holds. */
	public int capacity() {
		return this.settings.capacity();
	}

	/** Approximate bytes of the events in the buffer. */
	public long bytes() {
		return bytes(this.used.get());
	}

	private boolean reserve(LogEvent event) {
		Limit limit = limit(event.severity());
		long room = room(event);
		long now;
		do {
			now = this.used.get();
			if (!admits(now, limit) || bytes(now) + bytes(room) > limit.bytesAfter()) {
				return false;
			}
		}
		while (!this.used.compareAndSet(now, now + room));
		return true;
	}

	private Limit limit(Severity severity) {
		return switch (severity) {
			case CRITICAL -> this.critical;
			case ERROR -> this.error;
			default -> this.belowError;
		};
	}

	private static boolean admits(long used, Limit limit) {
		return events(used) < limit.events() && bytes(used) < limit.bytes();
	}

	private static long room(LogEvent event) {
		return (1L << EVENTS_SHIFT) | event.approximateBytes();
	}

	private static int events(long used) {
		return (int) (used >>> EVENTS_SHIFT);
	}

	private static long bytes(long used) {
		return used & BYTES_MASK;
	}

	/**
	 * How much of the buffer a severity may use.
	 *
	 * @param events fewer than these must be there
	 * @param bytes fewer than these must be there
	 * @param bytesAfter no more than these may be there with the event
	 */
	private record Limit(int events, long bytes, long bytesAfter) {

		// At least one: a tiny buffer still takes an event.
		static Limit share(int percent, Settings settings) {
			int events = (int) (settings.capacity() * (long) percent / 100);
			long bytes = settings.maxBytes() / 100 * percent + settings.maxBytes() % 100 * percent / 100;
			return new Limit(Math.max(1, events), Math.max(1, bytes), bytes);
		}

	}

	/**
	 * How much the buffer holds.
	 *
	 * @param capacity most events, at least 1 and at most 4,194,304
	 * @param maxBytes most approximate bytes, at least 1 and at most 512 GB
	 */
	public record Settings(int capacity, long maxBytes) {

		private static final int MAX_CAPACITY = 1 << 22;

		private static final long MAX_BYTES = 1L << 39;

		public Settings {
			if (capacity < 1 || capacity > MAX_CAPACITY) {
				throw new IllegalArgumentException(
						"slack.logging.buffer.capacity must be between 1 and " + MAX_CAPACITY + ", not " + capacity);
			}
			if (maxBytes < 1 || maxBytes > MAX_BYTES) {
				throw new IllegalArgumentException(
						"slack.logging.buffer.max-size must be between 1 and " + MAX_BYTES + " bytes, not " + maxBytes);
			}
		}

	}

}
