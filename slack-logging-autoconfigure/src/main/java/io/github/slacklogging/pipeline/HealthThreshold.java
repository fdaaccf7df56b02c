package io.github.slacklogging.pipeline;

/** What tells a destination that is ill from one that is busy. */
public enum HealthThreshold {

	/** Too few recent attempts were acknowledged. */
	SUCCESS_RATE("health.min-success-rate"),

	/** Too many events are due and not acknowledged. */
	OVERDUE("health.max-overdue"),

	/** It takes too long from due to acknowledged. */
	LATENCY("health.max-latency"),

	/** Too many attempts failed in a row. */
	CONSECUTIVE_FAILURES("health.max-consecutive-failures"),

	/** The circuit is open for too long. */
	CIRCUIT_OPEN("health.max-circuit-open");

	private final String property;

	HealthThreshold(String property) {
		this.property = property;
	}

	/** Where its limit is set, without the prefix {@code slack.logging.}. */
	public String property() {
		return this.property;
	}

}
