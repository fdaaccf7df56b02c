package io.github.slacklogging.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.ShippingStatus;

/**
 * How the shipping fares as a detail of a health, in the shape of a destination. What is
 * not known is absent.
 *
 * @param status to show
 */
record ShippingDetails(ShippingStatus status) {

	Map<String, Object> asMap() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("state", HealthDetails.lower(this.status.state()));
		putDelivery(details, this.status.delivery());
		details.put("waiting", this.status.waiting());
		details.put("events", events());
		details.put("buffer", Map.of("size", this.status.bufferSize(), "capacity", this.status.bufferCapacity(),
				"bytes", this.status.bufferBytes()));
		return details;
	}

	private static void putDelivery(Map<String, Object> details, ShippingStatus.Delivery delivery) {
		details.put("circuit", HealthDetails.lower(delivery.circuit()));
		HealthDetails.putKnown(details, "pausedBy", delivery.pausedBy());
		details.put("consecutiveFailures", delivery.consecutiveFailures());
		HealthDetails.putKnown(details, "lastSuccess", delivery.lastSuccess());
		HealthDetails.putKnown(details, "lastFailure", delivery.lastFailure());
		HealthDetails.putKnown(details, "lastFailureReason", delivery.lastFailureReason());
		details.put("successRate", delivery.successRate());
		details.put("attempts", delivery.attempts());
		HealthDetails.putKnown(details, "limitation", delivery.limitation());
		HealthDetails.putKnown(details, "lastRejection", delivery.lastRejection());
	}

	private Map<String, Object> events() {
		Map<String, Object> dropped = new LinkedHashMap<>();
		this.status.dropped().forEach((reason, count) -> dropped.put(reason.tag(), count));
		Map<String, Object> events = new LinkedHashMap<>();
		events.put("accepted", this.status.accepted());
		events.put("indexed", this.status.indexed());
		events.put("dropped", dropped);
		return events;
	}

}
