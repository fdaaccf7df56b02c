package io.github.slacklogging;

/** State of a destination's circuit breaker. */
public enum CircuitState {

	/** Sending. */
	CLOSED(0),

	/** One attempt is on its way to find out. */
	HALF_OPEN(1),

	/** Waiting. */
	OPEN(2);

	private final int value;

	CircuitState(int value) {
		this.value = value;
	}

	/** Value of the gauge. */
	public int value() {
		return this.value;
	}

}
