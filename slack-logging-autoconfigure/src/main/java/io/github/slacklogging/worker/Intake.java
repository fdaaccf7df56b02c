package io.github.slacklogging.worker;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.buffer.EventBuffer;

/**
 * The side of a worker that threads see that log. Lock-free; wakes the worker only when
 * it sleeps.
 */
public final class Intake implements EventIntake {

	private static final int MAX_LOOKS = 1_000;

	private final EventBuffer buffer;

	private final Refusals refusals;

	private final WakeUp wakeUp;

	private volatile boolean closed;

	private volatile boolean ended;

	/**
	 * Takes events until it is closed.
	 * @param buffer where they wait
	 * @param refusals told of those that it does not take
	 * @param wakeUp of the worker
	 */
	public Intake(EventBuffer buffer, Refusals refusals, WakeUp wakeUp) {
		this.buffer = buffer;
		this.refusals = refusals;
		this.wakeUp = wakeUp;
	}

	@Override
	public boolean admits(Severity severity) {
		if (this.closed) {
			dropped(DropReason.SHUTDOWN, severity);
			return false;
		}
		if (!this.buffer.admits(severity)) {
			dropped(DropReason.QUEUE_FULL, severity);
			return false;
		}
		return true;
	}

	@Override
	public boolean offer(LogEvent event) {
		if (!this.buffer.offer(event)) {
			dropped(DropReason.QUEUE_FULL, event.severity());
			return false;
		}
		if (this.ended) {
			// asked before the end, described while it came
			sweep();
			return false;
		}
		this.wakeUp.ifAsleep();
		return true;
	}

	@Override
	public void dropped(DropReason reason, Severity severity) {
		this.refusals.refused(reason, severity);
	}

	/** Takes no more events. */
	public void close() {
		this.closed = true;
	}

	/**
	 * The worker reads the buffer for the last time: what comes after that is counted by
	 * the thread that brings it.
	 */
	public void end() {
		this.ended = true;
		// an event that took its room before may become visible a moment later
		for (int i = 0; i < MAX_LOOKS && this.buffer.size() > 0; i++) {
			sweep();
			Thread.onSpinWait();
		}
	}

	// The buffer is read by one thread at a time; this lock exists after the end only.
	private synchronized void sweep() {
		this.buffer.drain(Integer.MAX_VALUE, (event) -> dropped(DropReason.SHUTDOWN, event.severity()));
	}

	/** Counts events that never got in. Called on threads that log. */
	@FunctionalInterface
	public interface Refusals {

		/**
		 * One event was accepted and dropped in one.
		 * @param reason why
		 * @param severity of the event
		 */
		void refused(DropReason reason, Severity severity);

	}

}
