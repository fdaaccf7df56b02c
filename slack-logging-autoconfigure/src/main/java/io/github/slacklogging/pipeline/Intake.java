package io.github.slacklogging.pipeline;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.buffer.EventBuffer;

/**
 * The side of the pipeline that threads see that log. Lock-free; wakes the worker only
 * when it sleeps.
 */
final class Intake implements EventIntake {

	private static final int MAX_LOOKS = 1_000;

	private final EventBuffer buffer;

	private final Books books;

	private final PipelineListener listener;

	private final WakeUp wakeUp;

	private volatile boolean closed;

	private volatile boolean ended;

	Intake(EventBuffer buffer, Books books, PipelineListener listener, WakeUp wakeUp) {
		this.buffer = buffer;
		this.books = books;
		this.listener = listener;
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
		this.books.refused(reason);
		this.listener.accepted(severity, 1);
		this.listener.dropped(reason, severity, 1);
	}

	/** Takes no more events. */
	void close() {
		this.closed = true;
	}

	/**
	 * The worker reads the buffer for the last time: what comes after that is counted by
	 * the thread that brings it.
	 */
	void end() {
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

}
