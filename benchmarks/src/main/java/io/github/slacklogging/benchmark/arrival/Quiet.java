package io.github.slacklogging.benchmark.arrival;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps a JVM that starts away from a burst that is measured: starts may overlap, a burst
 * has the machine to itself, but for what waits. Thread-safe.
 */
final class Quiet {

	private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

	<T> T start(Callable<T> task) throws Exception {
		this.lock.readLock().lock();
		try {
			return task.call();
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	<T> T measure(Callable<T> task) throws Exception {
		this.lock.writeLock().lock();
		try {
			return task.call();
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

}
