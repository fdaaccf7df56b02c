package io.github.slacklogging.benchmark.arrival;

import java.time.Duration;

/** What happens after the burst. */
enum Ending {

	/** The application goes on until all is told, or for some time. */
	SETTLED("goes on", Duration.ZERO),

	/** It is closed at once. */
	STOPPED("stopped at once", Duration.ZERO),

	/** It is killed at once. */
	KILLED("killed after 0.2 s", Duration.ofMillis(200)),

	/** It is killed when what waits should be on disk. */
	KILLED_LATER("killed after 3 s", Duration.ofSeconds(3));

	private final String label;

	private final Duration pause;

	Ending(String label, Duration pause) {
		this.label = label;
		this.pause = pause;
	}

	String label() {
		return this.label;
	}

	/** Between the burst and the end. */
	Duration pause() {
		return this.pause;
	}

	boolean isKill() {
		return this == KILLED || this == KILLED_LATER;
	}

}
