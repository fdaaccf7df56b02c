package io.github.slacklogging.benchmark.caller;

import java.util.Locale;

/** How the threads log. */
public enum Load {

	/** One call after the other, as fast as it goes. */
	SATURATED(20),

	/** 10,000 events per second in all, in small bursts. */
	PACED(20),

	/** As fast as it goes, but no more at once than a queue holds. One thread only. */
	FITTING(2_000),

	/** One call after the worker has gone to sleep. One thread only. */
	SILENT(1),

	/** As fast as it goes, while nobody empties the queue. */
	STUCK(20);

	private final int burst;

	Load(int burst) {
		this.burst = burst;
	}

	/** As in texts. */
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** How many calls make one measured piece; of what rests in between nothing is. */
	int burst() {
		return this.burst;
	}

}
