package io.github.slacklogging.pipeline;

/**
 * What tells a destination that is ill from one that is busy. A storm, a digest that
 * waits for its hour and a 429 break none of them: see each one, and
 * {@link HealthLimits}.
 */
public enum HealthThreshold {

	/**
	 * Too few of the attempts that ended within the window were acknowledged. A 429 is no
	 * attempt. Only with enough attempts to speak of a share.
	 */
	SUCCESS_RATE("health.min-success-rate",
			"look at lastFailureReason and at stderr: the webhook or token, the network, the proxy, Slack's status page"),

	/**
	 * Too many events are due and not acknowledged for longer than the longest latency,
	 * without a break and apart from the time in which a rate limit alone held them up;
	 * or any at all are due and nothing was acknowledged for a whole window, whatever
	 * Slack's 429s ask for.
	 */
	OVERDUE("health.max-overdue",
			"look at /actuator/slacklogging for what waits and why; raise rate-limit.per-second or route less to it"),

	/**
	 * Of what was acknowledged within the window more than one in twenty took too long
	 * from due to acknowledged, apart from the time in which a rate limit alone held it
	 * up. Only with enough of it to speak of a share.
	 */
	LATENCY("health.max-latency",
			"look at slack.logging.requests for slow answers, then at the network, the proxy and Slack's status page"),

	/**
	 * Too many attempts failed in a row. A 429 is neither a failure nor the end of a row.
	 */
	CONSECUTIVE_FAILURES("health.max-consecutive-failures",
			"look at lastFailureReason: the webhook or token, then proxy, firewall, DNS, TLS"),

	/** The circuit is not closed for too long, without a break. */
	CIRCUIT_OPEN("health.max-circuit-open",
			"nothing if Slack is down; otherwise look at lastFailureReason: proxy, firewall, DNS, TLS");

	private final String property;

	private final String advice;

	HealthThreshold(String property, String advice) {
		this.property = property;
		this.advice = advice;
	}

	/** Where its limit is set, without the prefix {@code slack.logging.}. */
	public String property() {
		return this.property;
	}

	/** What to do when it is broken, in words that hold no secret. */
	public String advice() {
		return this.advice;
	}

}
