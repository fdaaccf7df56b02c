package io.github.slacklogging.spool;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One daemon thread, there only while there is work, which is done in order. Every piece
 * of work is answered exactly once, whatever happens. Thread-safe; only {@link #close}
 * blocks.
 */
final class DiskThread {

	/** To start it again costs far less than any write. */
	private static final Duration IDLE = Duration.ofSeconds(1);

	private static final Duration MAX_CLOSE = Duration.ofSeconds(1);

	private final ThreadPoolExecutor executor;

	private final int maxWaiting;

	private final Consumer<Throwable> failed;

	private volatile @Nullable Thread thread;

	/**
	 * Creates the thread's owner; no thread starts before there is work.
	 * @param name of the thread
	 * @param maxWaiting most pieces of work that wait
	 * @param failed told what work threw, on the thread
	 */
	DiskThread(String name, int maxWaiting, Consumer<Throwable> failed) {
		this.maxWaiting = maxWaiting;
		this.failed = failed;
		this.executor = new ThreadPoolExecutor(1, 1, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				(task) -> {
					// Nothing of the thread that happens to be first: a caller's class
					// loader and locals must not live as long as we do.
					Thread started = new Thread(null, task, name, 0, false);
					started.setContextClassLoader(DiskThread.class.getClassLoader());
					started.setDaemon(true);
					this.thread = started;
					return started;
				});
		this.executor.allowCoreThreadTimeOut(true);
	}

	/**
	 * Has work done after all before it.
	 * @param work may throw anything
	 * @param otherwise the answer if it threw, or could not be taken
	 * @param answer takes the result on the thread; on the caller's if the work could not
	 * be taken because too much waits, or after the end
	 */
	<T> void submit(Work<? extends T> work, T otherwise, Consumer<? super T> answer) {
		Task<T> task = new Task<>(work, otherwise, answer);
		if (this.executor.getQueue().size() < this.maxWaiting) {
			execute(task);
		}
		else {
			task.refuse();
		}
	}

	private void execute(Task<?> task) {
		try {
			this.executor.execute(task);
		}
		catch (RuntimeException | Error ex) {
			// Closed, or no thread could be started.
			task.refuse();
		}
	}

	/**
	 * Takes no more work and waits until all is done, for at most a second. Whatever
	 * hangs longer is left alone: a daemon thread keeps no JVM from its end. An interrupt
	 * of the caller is kept, and shortens nothing.
	 * @param last to be done after all before it, even if too much waits
	 */
	void close(Work<Boolean> last) {
		execute(new Task<>(last, false, (done) -> {
		}));
		this.executor.shutdown();
		if (Thread.currentThread() == this.thread) {
			return;
		}
		boolean interrupted = Thread.interrupted();
		try {
			this.executor.awaitTermination(MAX_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Something that may fail in any way. */
	@FunctionalInterface
	interface Work<T> {

		T run() throws Exception;

	}

	private final class Task<T> implements Runnable {

		private final AtomicBoolean taken = new AtomicBoolean();

		private final Work<? extends T> work;

		private final T otherwise;

		private final Consumer<? super T> answer;

		Task(Work<? extends T> work, T otherwise, Consumer<? super T> answer) {
			this.work = work;
			this.otherwise = otherwise;
			this.answer = answer;
		}

		@Override
		public void run() {
			if (!this.taken.compareAndSet(false, true)) {
				return;
			}
			T result = this.otherwise;
			try {
				result = this.work.run();
			}
			catch (Throwable ex) {
				report(ex);
			}
			give(result);
		}

		void refuse() {
			// An executor that could start no thread may still have kept the task.
			if (this.taken.compareAndSet(false, true)) {
				give(this.otherwise);
			}
		}

		private void give(T result) {
			try {
				this.answer.accept(result);
			}
			catch (Throwable ex) {
				report(ex);
			}
		}

		private void report(Throwable thrown) {
			try {
				DiskThread.this.failed.accept(thrown);
			}
			catch (Throwable ex) {
				// For example no memory left to say so.
			}
		}

	}

}
