package io.github.slacklogging.inbox;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads that are daemons and carry our name, also where the JDK makes them: a
 * thread inherits being a daemon, and its group, from the thread that creates it.
 */
final class DaemonThreads implements ThreadFactory {

	private final AtomicInteger last = new AtomicInteger();

	private final String prefix;

	private final ThreadGroup group;

	DaemonThreads(String prefix) {
		this.prefix = prefix;
		this.group = new ThreadGroup(prefix + "threads");
	}

	@Override
	public Thread newThread(Runnable task) {
		Thread thread = new Thread(this.group, task, this.prefix + this.last.incrementAndGet());
		thread.setDaemon(true);
		return thread;
	}

	/** Runs the work on such a thread and names the threads it made. */
	<T> T call(Callable<T> work) throws IOException {
		FutureTask<T> task = new FutureTask<>(work);
		newThread(task).start();
		try {
			T result = task.get();
			nameNewcomers();
			return result;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException trouble) ? trouble : new IOException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted at the start", ex);
		}
	}

	private void nameNewcomers() {
		Thread[] threads = new Thread[this.group.activeCount() + 8];
		int count = this.group.enumerate(threads);
		for (int i = 0; i < count; i++) {
			if (!threads[i].getName().startsWith(this.prefix)) {
				threads[i].setName(this.prefix + threads[i].getName());
			}
		}
	}

}
