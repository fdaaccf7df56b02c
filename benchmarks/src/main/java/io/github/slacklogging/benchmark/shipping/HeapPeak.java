package io.github.slacklogging.benchmark.shipping;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

/** The most that a garbage collection left in the heap. */
final class HeapPeak {

	private final AtomicLong most = new AtomicLong();

	private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans()
		.stream()
		.filter((pool) -> pool.getType() == MemoryType.HEAP)
		.map(MemoryPoolMXBean::getName)
		.collect(Collectors.toSet());

	HeapPeak() {
		for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
			((NotificationEmitter) collector).addNotificationListener((notification, handback) -> {
				if (notification.getUserData() instanceof CompositeData data) {
					collected(GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc());
				}
			}, null, null);
		}
	}

	private void collected(Map<String, MemoryUsage> after) {
		long used = this.pools.stream()
			.map(after::get)
			.filter((usage) -> usage != null)
			.mapToLong(MemoryUsage::getUsed)
			.sum();
		this.most.accumulateAndGet(used, Math::max);
	}

	void reset() {
		this.most.set(0);
	}

	/** In bytes, 0 where nothing was collected. */
	long bytes() {
		return this.most.get();
	}

}
