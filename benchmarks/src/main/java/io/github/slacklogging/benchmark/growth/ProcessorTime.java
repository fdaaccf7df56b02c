package io.github.slacklogging.benchmark.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time of the thread that asks, so that other threads and processes of the
 * machine do not count.
 */
final class ProcessorTime {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private ProcessorTime() {
	}

	/** Nanoseconds so far. */
	static long now() {
		return THREADS.getCurrentThreadCpuTime();
	}

}
