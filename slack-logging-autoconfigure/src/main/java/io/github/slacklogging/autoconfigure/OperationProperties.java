package io.github.slacklogging.autoconfigure;

import java.time.Duration;

import io.github.slacklogging.pipeline.HealthLimits;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** What operators and developers see. */
final class OperationProperties {

	private static final int MAX_PORT = 65535;

	private OperationProperties() {
	}

	/**
	 * The health component.
	 *
	 * @param failureStatus Health status while messages do not get through. 'DEGRADED'
	 * keeps the application's own status.
	 * @param minSuccessRate Lowest share of attempts that must be acknowledged, from 0 to
	 * 1. An answer that asks to slow down is no attempt.
	 * @param window How far back attempts and latencies count.
	 * @param minSamples Attempts, or latencies, that it takes to judge their share.
	 * @param maxOverdue Events that may be due and not acknowledged for longer than the
	 * longest latency. Time in which only a rate limit holds them up does not count.
	 * @param maxLatency Longest time from due to acknowledged for 95 of 100. Time in
	 * which only a rate limit holds something up does not count.
	 * @param maxConsecutiveFailures Attempts that may fail in a row.
	 * @param maxCircuitOpen Longest time for which the circuit may not be closed.
	 */
	record Health(@DefaultValue("DEGRADED") String failureStatus, @DefaultValue("0.95") double minSuccessRate,
			@DefaultValue("5m") Duration window, @DefaultValue("5") int minSamples, @DefaultValue("500") int maxOverdue,
			@DefaultValue("10s") Duration maxLatency, @DefaultValue("5") int maxConsecutiveFailures,
			@DefaultValue("5m") Duration maxCircuitOpen) {

		void check(Problems problems) {
			if (!this.failureStatus.matches("\\w[\\w-]*")) {
				problems.add("health.failure-status", "is not the code of a health status",
						"Write for example DEGRADED or DOWN.");
			}
			if (!(this.minSuccessRate >= 0 && this.minSuccessRate <= 1)) {
				problems.add("health.min-success-rate", "is not between 0 and 1",
						"0.95 lets one of twenty attempts fail.");
			}
			problems.positive("health.window", this.window);
			problems.between("health.min-samples", this.minSamples, 1, 1_000);
			problems.atLeast("health.max-overdue", this.maxOverdue, 0);
			problems.positive("health.max-latency", this.maxLatency);
			problems.atLeast("health.max-consecutive-failures", this.maxConsecutiveFailures, 0);
			problems.notNegative("health.max-circuit-open", this.maxCircuitOpen);
		}

		HealthLimits limits() {
			return new HealthLimits(this.minSuccessRate, this.window, this.minSamples, this.maxOverdue, this.maxLatency,
					this.maxConsecutiveFailures, this.maxCircuitOpen);
		}

	}

	/**
	 * The local Slack.
	 *
	 * @param enabled Whether the inbox, a local Slack, is the destination 'default' where
	 * it is on the class path. With 'auto' it is when no destination is configured and no
	 * profile 'prod', 'production' or 'live' is active.
	 * @param port Port of the inbox. With 0, or when it is taken, a free one is used.
	 */
	record Inbox(@DefaultValue("auto") InboxMode enabled, @DefaultValue("8025") int port) {

		boolean isValid() {
			return this.port >= 0 && this.port <= MAX_PORT;
		}

		void check(Problems problems) {
			problems.between("inbox.port", this.port, 0, MAX_PORT);
		}

	}

	/**
	 * The application's own structured log. Read by {@code structured}, which is there
	 * before these properties are bound.
	 *
	 * @param enabled Whether 'log_id' joins the application's own structured console and
	 * file log, where complex values of MDC and key-values become one string.
	 */
	record Structured(@DefaultValue("false") boolean enabled) {
	}

	/** When the inbox is the default destination. */
	enum InboxMode {

		/** No destination is configured and no profile speaks of production. */
		AUTO,

		/** Always. */
		TRUE,

		/** Never. */
		FALSE

	}

}
