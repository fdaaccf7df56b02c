package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rounds of one worker on a daemon thread of its own: again and again while
 * events arrive, not at all when they stop. The first event after that wakes it once. A
 * watchdog, which is a thread too from the first event on, says when a round does not
 * end. Thread-safe; nothing blocks but {@link #finish}.
 */
public final class WorkerThread implements Runnable {

	/** While events arrive the worker looks so often, and no producer ever signals. */
	private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

	/** So long after the last arrival the worker goes on polling. */
	private static final long AWAKE_NANOS = Duration.ofSeconds(1).toNanos();

	/** After an error of the worker itself, so that it cannot spin. */
	private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

	private final Round round;

	private final WakeUp wakeUp;

	private final Watchdog watchdog;

	private final BooleanSupplier arrived;

	private final Supplier<Tick> clock;

	private final Consumer<String> trouble;

	private final Thread thread;

	private final AtomicReference<@Nullable Tick> endAskedAt = new AtomicReference<>();

	/**
	 * Starts nothing yet.
	 * @param names of its threads
	 * @param round what is done again and again
	 * @param wakeUp wakes it from its sleep
	 * @param arrived whether there is something for the next round
	 * @param clock the time
	 * @param trouble told of a round that failed or does not end
	 */
	public WorkerThread(Names names, Round round, WakeUp wakeUp, BooleanSupplier arrived, Supplier<Tick> clock,
			Consumer<String> trouble) {
		this.round = round;
		this.wakeUp = wakeUp;
		this.watchdog = new Watchdog(names.watchdog(), clock, trouble);
		this.arrived = arrived;
		this.clock = clock;
		this.trouble = trouble;
		this.thread = new Thread(this, names.worker());
		this.thread.setDaemon(true);
	}

	public void start() {
		this.wakeUp.belongsTo(this.thread);
		this.watchdog.watch(this.thread);
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
			if (next == Round.DONE) {
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
			return this.round.runOnce(now, this.watchdog::start);
		}
		catch (Throwable ex) {
			// an OutOfMemoryError, say: the application goes on, and so does its alerting
			tell("a round of the worker failed: " + ex.getClass().getName());
			return PAUSE_NANOS;
		}
		finally {
			this.watchdog.roundEnds();
		}
	}

	private void tell(String text) {
		try {
			this.trouble.accept(text);
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

	/**
	 * What holds up the present round.
	 * @return class and method, {@code null} while all is well
	 */
	public @Nullable String heldUp() {
		return this.watchdog.heldUp(this.clock.get());
	}

	/** The time in which it is to end begins to run. The first call counts. */
	public void endIsAsked() {
		this.endAskedAt.compareAndSet(null, this.clock.get());
	}

	/**
	 * Waits for the worker to end, unless it is the worker that asks, and ends the
	 * watchdog. Blocks at most so long; keeps an interrupt. A worker that has not ended
	 * by then is told as a trouble, because it will hardly tell of itself.
	 * @param within longest wait, from when the end was asked for
	 */
	public void finish(Duration within) {
		Tick asked = this.endAskedAt.get();
		Duration left = (asked != null) ? within.minus(this.clock.get().since(asked)) : within;
		if (Thread.currentThread() != this.thread) {
			join(left);
			if (this.thread.isAlive()) {
				tell(this.thread.getName()
						+ " did not end within shutdown.timeout: what was in memory only may be lost, uncounted");
			}
		}
		this.watchdog.end();
	}

	private void join(Duration within) {
		this.wakeUp.ifAsleep();
		LockSupport.unpark(this.thread);
		boolean interrupted = Thread.interrupted();
		try {
			// zero would mean forever
			this.thread.join(Math.max(1, within.toMillis()));
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Names of threads.
	 *
	 * @param worker of the one that works
	 * @param watchdog of the one that watches it
	 */
	public record Names(String worker, String watchdog) {

	}

}
