package io.github.slacklogging.benchmark.growth;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.function.Supplier;

/** How much heap is reachable because of something. */
final class HeldHeap {

	private static final int COLLECTIONS = 3;

	private HeldHeap() {
	}

	/**
	 * Makes it and weighs it.
	 * @param what is made; what only its making needed does not count
	 * @return bytes
	 */
	static long by(Supplier<?> what) {
		long before = used();
		Object held = what.get();
		try {
			return Math.max(0, used() - before);
		}
		finally {
			Reference.reachabilityFence(held);
		}
	}

	private static long used() {
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
