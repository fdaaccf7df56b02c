package io.github.slacklogging;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What readers on other threads see of the shipping. Immutable; its texts hold no secret.
 *
 * @param at when it was published
 * @param state of the worker
 * @param accepted events accepted so far
 * @param indexed events that the cluster acknowledged
 * @param dropped events dropped, by reason; reasons that never happened are absent
 * @param waiting accepted events not acknowledged yet
 * @param bufferSize events in the buffer, not accepted yet
 * @param bufferCapacity most events the buffer holds
 * @param bufferBytes approximate bytes in the buffer
 * @param delivery how the way to the cluster fares
 * @param heldUpBy what of the application holds the worker up, if anything
 */
public record ShippingStatus(Instant at, PipelineState state, long accepted, long indexed,
		Map<DropReason, Long> dropped, long waiting, int bufferSize, int bufferCapacity, long bufferBytes,
		Delivery delivery, @Nullable String heldUpBy) {

	public ShippingStatus {
		dropped = Map.copyOf(dropped);
	}

	/** Whether accepted = indexed + waiting + dropped. */
	public boolean balances() {
		return this.accepted == this.indexed + this.waiting
				+ this.dropped.values().stream().mapToLong(Long::longValue).sum();
	}

	/** The same, but held up. */
	public ShippingStatus heldUp(@Nullable String by) {
		return new ShippingStatus(this.at, this.state, this.accepted, this.indexed, this.dropped, this.waiting,
				this.bufferSize, this.bufferCapacity, this.bufferBytes, this.delivery, by);
	}

	/**
	 * How the way to the cluster fares.
	 *
	 * @param circuit of the cluster, all of its addresses together
	 * @param consecutiveFailures failures since the last answer
	 * @param lastSuccess when something was indexed last, {@code null} before
	 * @param lastFailure when something failed last, {@code null} before
	 * @param lastFailureReason what failed then
	 * @param pausedBy why nothing is sent though the cluster answers: it refuses the
	 * credential, or its indices are blocked; {@code null} while all is well
	 * @param limitation what the cluster does not do, its index template for example;
	 * {@code null} while all is well
	 * @param lastRejection why a document was refused last, {@code null} before
	 * @param attempts recent requests
	 * @param successRate share of them that were acknowledged, 1 where there were none
	 */
	public record Delivery(CircuitState circuit, int consecutiveFailures, @Nullable Instant lastSuccess,
			@Nullable Instant lastFailure, @Nullable String lastFailureReason, @Nullable String pausedBy,
			@Nullable String limitation, @Nullable String lastRejection, long attempts, double successRate) {

		/** Before the first request. */
		public static final Delivery NONE = new Delivery(CircuitState.CLOSED, 0, null, null, null, null, null, null, 0,
				1);

	}

}
