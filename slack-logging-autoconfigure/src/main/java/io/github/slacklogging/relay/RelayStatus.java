package io.github.slacklogging.relay;

import java.time.Instant;

import io.github.slacklogging.CircuitState;
import org.jspecify.annotations.Nullable;

/**
 * How one destination fares. Immutable, holds no secret.
 *
 * @param circuit state of its circuit breaker
 * @param stoppedBy Slack's error code while Slack refuses the channel or the credential
 * @param consecutiveFailures failures since the last delivery; a 429 is none
 * @param lastSuccess last delivery
 * @param lastFailure last failure
 * @param lastFailureReason what Slack or the network said
 */
public record RelayStatus(CircuitState circuit, @Nullable String stoppedBy, int consecutiveFailures,
		@Nullable Instant lastSuccess, @Nullable Instant lastFailure, @Nullable String lastFailureReason) {

}
