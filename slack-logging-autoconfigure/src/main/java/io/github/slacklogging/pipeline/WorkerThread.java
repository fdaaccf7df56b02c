package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.Tick;

/**
 * Runs the worker: polls while events arrive, sleeps when they stop. The first event
 * after that wakes it once.
 */
final class WorkerThread implements Runnable {

	/** While events arrive the worker looks so often, and no producer ever signals. */
	private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

	/** So long after the last arrival the worker goes on polling. */
	private static final long AWAKE_NANOS = Duration.ofSeconds(1).toNanos();

	/** After an error of the worker itself, so that it cannot spin. */
	private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

	private final PipelineWorker worker;

	private final WakeUp wakeUp;

	private final Watchdog watchdog;

	private final BooleanSupplier arrived;

	private final Supplier<Tick> clock;

	private final Consumer<String> trouble;

	private final Thread thread;

	WorkerThread(PipelineWorker worker, WakeUp wakeUp, Watchdog watchdog, BooleanSupplier arrived, Supplier<Tick> clock,
			Consumer<String> trouble) {
		this.worker = worker;
		this.wakeUp = wakeUp;
		this.watchdog = watchdog;
		this.arrived = arrived;
		this.clock = clock;
		this.trouble = trouble;
		this.thread = new Thread(this, "slack-logging-worker");
		this.thread.setDaemon(true);
	}

	void start() {
		this.watchdog.start(this.thread);
		this.thread.start();
	}

	@Override
	public void run() {
		long lastArrival = this.clock.get().nanos();
		while (true) {
			Tick now = this.clock.get();
			boolean work = this.arrived.getAsBoolean();
			lastArrival = work ? now.nanos() : lastArrival;
			long next = runSafely(now);
			if (next == PipelineWorker.DONE) {
				return;
			}
			if (next > 0) {
				rest(next, now.nanos() - lastArrival < AWAKE_NANOS);
			}
		}
	}

	private long runSafely(Tick now) {
		this.watchdog.roundBegins(now);
		try {
			return this.worker.runOnce(now);
		}
		catch (Throwable ex) {
			// an OutOfMemoryError, say: the application goes on, and so does its alerting
			tell(ex);
			return PAUSE_NANOS;
		}
		finally {
			this.watchdog.roundEnds();
		}
	}

	private void tell(Throwable failure) {
		try {
			this.trouble.accept("a round of the worker failed: " + failure.getClass().getName());
		}
		catch (Throwable ex) {
			// no memory to tell it either
		}
	}

	private void rest(long nanos, boolean awake) {
		// an interrupt is nobody's way to end this thread, and would make it spin
		Thread.interrupted();
		if (awake) {
			LockSupport.parkNanos(this, Math.min(nanos, POLL_NANOS));
		}
		else {
			this.wakeUp.sleep(nanos, this.arrived);
		}
	}

	/** Waits for the worker to end, unless it is the worker that asks. */
	void finish(Duration within) {
		if (Thread.currentThread() == this.thread) {
			return;
		}
		this.wakeUp.ifAsleep();
		LockSupport.unpark(this.thread);
		boolean interrupted = Thread.interrupted();
		try {
			this.thread.join(within.toMillis());
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
