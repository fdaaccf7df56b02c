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

	private final EventBuffer buffer;

	private final Books books;

	private final PipelineListener listener;

	private final WakeUp wakeUp;

	private volatile boolean closed;

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
		this.wakeUp.ifAsleep();
		return true;
	}

	@Override
	public void dropped(DropReason reason, Severity severity) {
		this.books.refused(reason);
		this.listener.accepted(severity, 1);
		this.listener.dropped(reason, severity, 1);
	}

	void close() {
		this.closed = true;
	}

}
