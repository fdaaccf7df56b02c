package io.github.slacklogging.actuate;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.ShippingStatus;

/** What keeps events from OpenSearch, one line for each. Thread-safe. */
final class ShippingProblems {

	private final RecentLosses losses = new RecentLosses();

	/**
	 * Looks.
	 * @param status to judge
	 * @param nowNanos monotonic clock
	 */
	List<String> of(ShippingStatus status, long nowNanos) {
		List<String> problems = new ArrayList<>();
		addThoseOfDelivery(status.delivery(), problems);
		if (this.losses.any(status.dropped(), nowNanos)) {
			problems.add("Events for OpenSearch were lost in the last %d minutes"
				.formatted(RecentLosses.RECENT.toMinutes()));
		}
		if (status.heldUpBy() != null) {
			problems.add("The worker that ships to OpenSearch is held up by " + status.heldUpBy());
		}
		if (status.state() == PipelineState.STOPPED) {
			problems.add("Shipping to OpenSearch has stopped");
		}
		return problems;
	}

	private static void addThoseOfDelivery(ShippingStatus.Delivery delivery, List<String> problems) {
		if (delivery.pausedBy() != null) {
			problems.add("Shipping to OpenSearch pauses: " + HealthDetails.withoutSecrets(delivery.pausedBy()));
		}
		if (delivery.circuit() != CircuitState.CLOSED) {
			problems.add("The circuit of OpenSearch is " + HealthDetails.lower(delivery.circuit()));
		}
		if (delivery.limitation() != null) {
			problems.add("OpenSearch does not do everything: " + HealthDetails.withoutSecrets(delivery.limitation()));
		}
	}

}
