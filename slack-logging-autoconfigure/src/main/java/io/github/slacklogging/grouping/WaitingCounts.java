package io.github.slacklogging.grouping;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import io.github.slacklogging.Severity;

/**
 * How many events of one kind wait, by their own severity, and how many of them are on
 * disk. Those on disk are always the oldest, and the oldest are told first. Mutable; used
 * by the worker only.
 */
final class WaitingCounts {

	private static final Severity[] SEVERITIES = Severity.values();

	private final long[] waiting = new long[SEVERITIES.length];

	private final long[] spooled = new long[SEVERITIES.length];

	private long total;

	private long spooledTotal;

	void add(Severity level) {
		this.waiting[level.ordinal()]++;
		this.total++;
	}

	/** These are on disk already. */
	void addSpooled(Map<Severity, Long> counts) {
		counts.forEach((level, count) -> {
			this.waiting[level.ordinal()] += count;
			this.spooled[level.ordinal()] += count;
			this.total += count;
			this.spooledTotal += count;
		});
	}

	/** The oldest wait no longer. */
	void takeOldest(Map<Severity, Long> counts) {
		takeNewest(counts);
		unspool(counts);
	}

	/** The newest, which are not on disk, wait no longer. */
	void takeNewest(Map<Severity, Long> counts) {
		counts.forEach((level, count) -> {
			this.waiting[level.ordinal()] -= count;
			this.total -= count;
		});
	}

	/** From now on all of them count as on disk. */
	void spool() {
		System.arraycopy(this.waiting, 0, this.spooled, 0, this.waiting.length);
		this.spooledTotal = this.total;
	}

	/** So many did not get to the disk after all, or are there no longer. */
	void unspool(Map<Severity, Long> counts) {
		counts.forEach((level, count) -> {
			long fewer = Math.min(count, this.spooled[level.ordinal()]);
			this.spooled[level.ordinal()] -= fewer;
			this.spooledTotal -= fewer;
		});
	}

	/** None is known to be on disk. */
	void unspool() {
		Arrays.fill(this.spooled, 0);
		this.spooledTotal = 0;
	}

	Map<Severity, Long> all() {
		return countsBut(false);
	}

	Map<Severity, Long> unspooled() {
		return countsBut(true);
	}

	private Map<Severity, Long> countsBut(boolean spooledOnes) {
		Map<Severity, Long> counts = new EnumMap<>(Severity.class);
		for (Severity level : SEVERITIES) {
			long count = this.waiting[level.ordinal()] - (spooledOnes ? this.spooled[level.ordinal()] : 0);
			if (count > 0) {
				counts.put(level, count);
			}
		}
		return counts;
	}

	long total() {
		return this.total;
	}

	long spooledTotal() {
		return this.spooledTotal;
	}

}
