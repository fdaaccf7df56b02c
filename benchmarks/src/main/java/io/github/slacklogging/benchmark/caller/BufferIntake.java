package io.github.slacklogging.benchmark.caller;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.buffer.EventBuffer;

/**
 * A buffer with a worker that throws everything away, or with none, as when Slack hangs.
 */
final class BufferIntake implements EventIntake, AutoCloseable {

	private static final EventBuffer.Settings SETTINGS = new EventBuffer.Settings(8192, 16 * 1024 * 1024);

	private static final int BATCH = 256;

	private static final long PAUSE_NANOS = 20_000;

	private final EventBuffer buffer = new EventBuffer(SETTINGS);

	private final AtomicLong arrived = new AtomicLong();

	private final LongAdder dropped = new LongAdder();

	private volatile boolean open = true;

	/** Starts the worker. */
	void drain() {
		Thread worker = new Thread(() -> {
			while (this.open) {
				int drained = this.buffer.drain(BATCH, (event) -> {
				});
				this.arrived.addAndGet(drained);
				if (drained == 0) {
					LockSupport.parkNanos(PAUSE_NANOS);
				}
			}
		}, "worker");
		worker.setDaemon(true);
		worker.start();
	}

	@Override
	public boolean admits(Severity severity) {
		boolean admitted = this.buffer.admits(severity);
		if (!admitted) {
			this.dropped.increment();
		}
		return admitted;
	}

	@Override
	public boolean offer(LogEvent event) {
		boolean offered = this.buffer.offer(event);
		if (!offered) {
			this.dropped.increment();
		}
		return offered;
	}

	@Override
	public void dropped(DropReason reason, Severity severity) {
		throw new IllegalStateException(reason.toString());
	}

	/** Events that the worker took. */
	long arrived() {
		return this.arrived.get();
	}

	@Override
	public void close() {
		this.open = false;
	}

}
