package io.github.slacklogging.actuate;

import java.util.Map;
import java.util.TreeMap;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.ShippingStatus;
import org.jspecify.annotations.Nullable;

/**
 * The shipping to OpenSearch as the endpoint shows it.
 *
 * @param state of the worker
 * @param circuit of the cluster
 * @param pausedBy why nothing is sent though the cluster answers
 * @param consecutiveFailures failures since the last answer
 * @param lastSuccess when something was indexed last
 * @param lastFailure when something failed last
 * @param lastFailureReason what failed then
 * @param successRate share of recent requests that were acknowledged
 * @param attempts recent requests
 * @param limitation what the cluster does not do
 * @param lastRejection why a document was refused last
 * @param events the books: accepted = indexed + waiting + dropped
 * @param buffer in front of it
 */
record EndpointShipping(String state, String circuit, @Nullable String pausedBy, int consecutiveFailures,
		@Nullable String lastSuccess, @Nullable String lastFailure, @Nullable String lastFailureReason,
		double successRate, long attempts, @Nullable String limitation, @Nullable String lastRejection, Events events,
		EndpointBuffer buffer) {

	static EndpointShipping of(ShippingStatus status) {
		ShippingStatus.Delivery delivery = status.delivery();
		return new EndpointShipping(HealthDetails.lower(status.state()), HealthDetails.lower(delivery.circuit()),
				EndpointText.known(delivery.pausedBy()), delivery.consecutiveFailures(),
				EndpointText.time(delivery.lastSuccess()), EndpointText.time(delivery.lastFailure()),
				EndpointText.known(delivery.lastFailureReason()), delivery.successRate(), delivery.attempts(),
				EndpointText.known(delivery.limitation()), EndpointText.known(delivery.lastRejection()),
				Events.of(status),
				new EndpointBuffer(status.bufferSize(), status.bufferCapacity(), status.bufferBytes()));
	}

	/**
	 * The books.
	 *
	 * @param accepted events accepted so far
	 * @param indexed events that the cluster acknowledged
	 * @param waiting events not acknowledged yet
	 * @param dropped events dropped, by reason
	 * @param balances whether both sides are equal
	 */
	record Events(long accepted, long indexed, long waiting, Map<String, Long> dropped, boolean balances) {

		static Events of(ShippingStatus status) {
			return new Events(status.accepted(), status.indexed(), status.waiting(), byTag(status.dropped()),
					status.balances());
		}

		static Map<String, Long> byTag(Map<DropReason, Long> dropped) {
			Map<String, Long> byTag = new TreeMap<>();
			dropped.forEach((reason, count) -> byTag.put(reason.tag(), count));
			return byTag;
		}

	}

}
