package io.github.slacklogging.benchmark.arrival;

/** How Slack is while errors are logged. */
enum Weather {

	/** Takes everything at once. */
	WELL("well"),

	/** Takes everything, and answers after 150 ms. */
	SLOW("150 ms slow"),

	/** Takes one a second, and answers 429 with {@code Retry-After: 1} to all others. */
	STRICT("one a second"),

	/** Takes a request and never answers. */
	SILENT("never answers"),

	/** Nobody listens for a time, then all is well. */
	DOWN("down at first"),

	/** Nobody listens. */
	GONE("down"),

	/** Resets the connection when the request is there. */
	RESETTING("resets connections");

	private final String label;

	Weather(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

	/** Whether everything can be told to it in the end. */
	boolean isTakingEverything() {
		return this == WELL || this == SLOW || this == STRICT || this == DOWN;
	}

}
