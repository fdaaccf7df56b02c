package io.github.slacklogging.actuate;

import java.util.List;

import io.github.slacklogging.pipeline.BrokenThreshold;
import io.github.slacklogging.pipeline.DestinationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A destination as the endpoint shows it.
 *
 * @param name of the destination
 * @param circuit state of its circuit breaker
 * @param stoppedBy Slack's error code where it refuses the channel or the credential
 * @param consecutiveFailures failures since the last acknowledgement
 * @param lastSuccess last acknowledgement
 * @param lastFailure last failure
 * @param lastFailureReason what Slack or the network said
 * @param successRate share of recent attempts that were acknowledged
 * @param attempts recent attempts
 * @param p95LatencyMillis from due to acknowledged
 * @param waiting events not acknowledged yet
 * @param overdue those that are due
 * @param spooled those that are on disk too
 * @param standIn destination that stands in at present
 * @param limitations what Slack does not do here, and why
 * @param broken thresholds of health that it is beyond
 */
record EndpointDestination(String name, String circuit, @Nullable String stoppedBy, int consecutiveFailures,
		@Nullable String lastSuccess, @Nullable String lastFailure, @Nullable String lastFailureReason,
		double successRate, int attempts, @Nullable Long p95LatencyMillis, long waiting, long overdue, long spooled,
		@Nullable String standIn, List<String> limitations, List<Threshold> broken) {

	static EndpointDestination of(DestinationStatus status) {
		return new EndpointDestination(status.name(), HealthDetails.lower(status.circuit()),
				EndpointText.known(status.stoppedBy()), status.consecutiveFailures(),
				EndpointText.time(status.lastSuccess()), EndpointText.time(status.lastFailure()),
				EndpointText.known(status.lastFailureReason()), status.successRate(), status.attempts(),
				(status.p95Latency() != null) ? status.p95Latency().toMillis() : null, status.waiting(),
				status.overdue(), status.spooled(), status.standIn(),
				status.limitations().stream().map(EndpointText::shown).toList(),
				status.broken().stream().map(Threshold::of).toList());
	}

	/**
	 * A threshold that is broken.
	 *
	 * @param threshold which one
	 * @param property where its limit is set
	 * @param measured what was measured last
	 * @param limit what is allowed
	 * @param since when it was broken
	 * @param advice what to do
	 */
	record Threshold(String threshold, String property, String measured, String limit, String since, String advice) {

		static Threshold of(BrokenThreshold broken) {
			return new Threshold(HealthDetails.lower(broken.threshold()),
					"slack.logging." + broken.threshold().property(), broken.measured(), broken.limit(),
					broken.since().toString(), broken.threshold().advice());
		}

	}

}
