package io.github.slacklogging.buffer;

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
	 * While it hands over, the worker gives back the room of several events at once: each
	 * time costs those who log. Together they may hold this part of the buffer.
	 */
	private static final int SHARE_IN_HAND = 128;

	private final MpscAtomicArrayQueue<LogEvent> queue;

	private final Room room = new Room();

	private final Settings settings;

	private final int eventsInHand;

	private final long bytesInHand;

	private final Limit belowError;

	private final Limit error;

	private final Limit critical;

	public EventBuffer(Settings settings) {
		this.settings = settings;
		this.queue = new MpscAtomicArrayQueue<>(settings.capacity());
		this.eventsInHand = settings.capacity() / SHARE_IN_HAND;
		this.bytesInHand = settings.maxBytes() / SHARE_IN_HAND;
		this.belowError = Limit.share(80, settings);
		this.error = Limit.share(95, settings);
		this.critical = new Limit(settings.capacity(), settings.maxBytes(), Long.MAX_VALUE);
	}

	/**
	 * Whether an event of this severity has room now. Reads two numbers, so a full buffer
	 * is known before an event is made.
	 * @param severity of the event
	 * @return {@code false} when {@link #offer} would turn away every event of this
	 * severity
	 */
	public boolean admits(Severity severity) {
		return this.room.isLeft(limit(severity));
	}

	/**
	 * Takes the event if there is room for it.
	 * @param event to take
	 * @return {@code false} when it was turned away
	 */
	public boolean offer(LogEvent event) {
		// Never refused by the queue: the room of an event is given back only after its
		// slot is free.
		return this.room.take(Room.of(event), limit(event.severity())) && this.queue.offer(event);
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
		long inHand = 0;
		try {
			for (; count < max; count++) {
				LogEvent event = this.queue.relaxedPoll();
				if (event == null) {
					break;
				}
				inHand = lessIfMuch(inHand + Room.of(event));
				receiver.accept(event);
			}
		}
		finally {
			this.room.giveBack(inHand);
		}
		return count;
	}

	private long lessIfMuch(long inHand) {
		if (Room.events(inHand) < this.eventsInHand && Room.bytes(inHand) < this.bytesInHand) {
			return inHand;
		}
		this.room.giveBack(inHand);
		return 0;
	}

	/** Events in the buffer, those just being put in or handed over included. */
	public int size() {
		return Room.events(this.room.used());
	}

	/** Most events that the buffer holds. */
	public int capacity() {
		return this.settings.capacity();
	}

	/** Approximate bytes of the events in the buffer. */
	public long bytes() {
		return Room.bytes(this.room.used());
	}

	private Limit limit(Severity severity) {
		return switch (severity) {
			case CRITICAL -> this.critical;
			case ERROR -> this.error;
			default -> this.belowError;
		};
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
