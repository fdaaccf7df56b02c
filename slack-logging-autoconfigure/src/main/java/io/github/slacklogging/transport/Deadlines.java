package io.github.slacklogging.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends what takes too long, on one thread that is there while it has to do. Thread-safe.
 *
 * <p>
 * The timer that {@link CompletableFuture#orTimeout} uses would do as well, but its
 * thread never ends and keeps what its first user was called by: of an application that
 * is undeployed it would keep all classes.
 */
final class Deadlines {

	private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

	private final ScheduledThreadPoolExecutor timer;

	/**
	 * Nothing runs yet.
	 * @param name of the thread
	 */
	Deadlines(String name) {
		this.timer = new ScheduledThreadPoolExecutor(1, (task) -> thread(task, name),
				new ThreadPoolExecutor.DiscardPolicy());
		this.timer.setKeepAliveTime(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS);
		this.timer.allowCoreThreadTimeOut(true);
		this.timer.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Completes it with a {@link TimeoutException} unless it is complete by then.
	 * @param future that may take too long
	 * @param deadline from now
	 */
	void set(CompletableFuture<?> future, Duration deadline) {
		Future<?> alarm = this.timer.schedule(() -> future.completeExceptionally(new TimeoutException()),
				deadline.toNanos(), TimeUnit.NANOSECONDS);
		future.whenComplete((result, thrown) -> alarm.cancel(false));
	}

	/** No deadline passes any more. */
	void close() {
		this.timer.shutdownNow();
	}

	private static Thread thread(Runnable task, String name) {
		Thread thread = new Thread(null, task, name, 0, false);
		thread.setDaemon(true);
		thread.setContextClassLoader(Deadlines.class.getClassLoader());
		return thread;
	}

}
