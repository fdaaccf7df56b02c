package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.slacklogging.CircuitState;
import org.jspecify.annotations.Nullable;

/**
 * How one destination fares. Immutable, holds no secret.
 *
 * @param name of the destination
 * @param circuit state of its circuit breaker
 * @param stoppedBy Slack's error code where Slack refuses the channel or the credential
 * @param consecutiveFailures failures since the last acknowledgement; a 429 is none
 * @param lastSuccess last acknowledgement
 * @param lastFailure last failure
 * @param lastFailureReason what Slack or the network said, without any URL
 * @param successRate share of settled attempts that were acknowledged, within the window;
 * 1 when there was none
 * @param attempts settled attempts within the window
 * @param p95Latency from due to acknowledged within the window, where there was one
 * @param waiting events not acknowledged yet
 * @param overdue those of them that are due
 * @param spooled those of them that are on disk too
 * @param standIn name of the destination that stands in at present, if one does
 * @param limitations what Slack does not do here, and why
 * @param broken thresholds of health that it is beyond
 */
public record DestinationStatus(String name, CircuitState circuit, @Nullable String stoppedBy, int consecutiveFailures,
		@Nullable Instant lastSuccess, @Nullable Instant lastFailure, @Nullable String lastFailureReason,
		double successRate, int attempts, @Nullable Duration p95Latency, long waiting, long overdue, long spooled,
		@Nullable String standIn, List<String> limitations, List<BrokenThreshold> broken) {

	public DestinationStatus {
		limitations = List.copyOf(limitations);
		broken = List.copyOf(broken);
	}

}
