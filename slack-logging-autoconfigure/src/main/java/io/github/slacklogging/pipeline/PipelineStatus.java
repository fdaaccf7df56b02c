package io.github.slacklogging.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;

/**
 * What readers on other threads see of the pipeline. Immutable; the worker publishes a
 * new one.
 *
 * @param at when it was published
 * @param state of the pipeline
 * @param destinations every configured destination, in order of name
 * @param accepted events accepted so far
 * @param filtered events kept in the JVM by filters and the route {@code none}
 * @param delivered events told, by kind
 * @param dropped events dropped, by reason; reasons that never happened are absent
 * @param waiting accepted events not acknowledged yet
 * @param bufferSize events in the buffer, not routed and so not accepted yet
 * @param bufferCapacity most events the buffer holds
 * @param bufferBytes approximate bytes in the buffer
 */
public record PipelineStatus(Instant at, PipelineState state, List<DestinationStatus> destinations, long accepted,
		long filtered, Map<DeliveryKind, Long> delivered, Map<DropReason, Long> dropped, long waiting, int bufferSize,
		int bufferCapacity, long bufferBytes) {

	/** Whether accepted = delivered + waiting + dropped. */
	public boolean balances() {
		return this.accepted == sum(this.delivered) + this.waiting + sum(this.dropped);
	}

	private static long sum(Map<?, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

}
