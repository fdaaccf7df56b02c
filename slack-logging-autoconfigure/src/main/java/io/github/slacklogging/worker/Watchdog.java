package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Says when the worker is held up in one round, which only a bean of the application can
 * do: it runs on the worker. Sleeps as long as the worker does. Its round is told by the
 * worker's thread, which also starts it; everything else is the watchdog's own.
 */
final class Watchdog implements Runnable {

	/** Longer than any render, mask or regular expression takes. */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration LOOK = Duration.ofSeconds(2);

	private static final String OURS = "io.github.slacklogging.";

	private final Supplier<Tick> clock;

	private final Consumer<String> trouble;

	private final Thread thread;

	private volatile @Nullable Thread watched;

	/** When the present round began, {@code null} between rounds. */
	private volatile @Nullable Tick roundSince;

	private volatile boolean asleep;

	private volatile boolean ended;

	/** Known to the worker's thread alone. */
	private boolean started;

	private @Nullable Tick told;

	Watchdog(String name, Supplier<Tick> clock, Consumer<String> trouble) {
		this.clock = clock;
		this.trouble = trouble;
		this.thread = new Thread(this, name);
		this.thread.setDaemon(true);
	}

	/** Starts its thread where it is not started yet. Called by the worker. */
	void start() {
		if (!this.started) {
			this.started = true;
			if (!this.ended) {
				this.thread.start();
			}
		}
	}

	void watch(Thread watched) {
		this.watched = watched;
	}

	/** Called by the worker before each round. */
	void roundBegins(Tick now) {
		this.roundSince = now;
		if (this.asleep) {
			this.asleep = false;
			LockSupport.unpark(this.thread);
		}
	}

	/** Called by the worker after each round. */
	void roundEnds() {
		this.roundSince = null;
	}

	void end() {
		this.ended = true;
		LockSupport.unpark(this.thread);
	}

	@Override
	public void run() {
		int quietLooks = 0;
		while (!this.ended) {
			quietLooks = (this.roundSince == null) ? quietLooks + 1 : 0;
			if (quietLooks > 1) {
				sleep();
			}
			else {
				LockSupport.parkNanos(this, LOOK.toNanos());
			}
			Thread.interrupted();
			look();
		}
	}

	private void sleep() {
		this.asleep = true;
		// a round that began just before has woken nobody
		if (this.roundSince == null) {
			LockSupport.park(this);
		}
		this.asleep = false;
	}

	void look() {
		String where = heldUp(this.clock.get());
		Tick since = this.roundSince;
		if (where != null && since != null && since != this.told) {
			this.told = since;
			this.trouble.accept("the worker has been held up for more than " + PATIENCE.toSeconds() + " s by " + where
					+ ": nothing is told until that returns");
		}
	}

	/**
	 * What holds the worker up.
	 * @param now the time
	 * @return class and method, {@code null} while all is well
	 */
	@Nullable String heldUp(Tick now) {
		Tick since = this.roundSince;
		Thread worker = this.watched;
		if (since == null || worker == null || now.since(since).compareTo(PATIENCE) < 0) {
			return null;
		}
		String outermostForeign = "its own code";
		for (StackTraceElement frame : worker.getStackTrace()) {
			if (frame.getClassName().startsWith(OURS)) {
				return outermostForeign;
			}
			outermostForeign = frame.getClassName() + "." + frame.getMethodName();
		}
		return outermostForeign;
	}

}
