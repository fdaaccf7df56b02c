package io.github.slacklogging.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.PipelineState;
import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.ExpectedJob;
import io.github.slacklogging.SpoolStatus;
import org.jspecify.annotations.Nullable;

/**
 * What readers on other threads see of the pipeline. Immutable; the worker publishes a
 * new one.
 *
 * @param at when it was published
 * @param state of the pipeline
 * @param destinations every configured destination, in order of name
 * @param accepted events accepted so far
 * @param recovered events taken over from earlier runs
 * @param filtered events kept away from Slack by filters and the route {@code none}
 * @param delivered events told, by kind
 * @param dropped events dropped, by reason; reasons that never happened are absent
 * @param waiting accepted or recovered events not acknowledged yet
 * @param bufferSize events in the buffer, and those that wait for the report of their
 * job: not accepted yet
 * @param bufferCapacity most events the buffer holds
 * @param bufferBytes approximate bytes in the buffer
 * @param spool how the spool fares, {@code null} where it is switched off
 * @param jobs that are expected
 * @param heldUpBy what of the application holds the worker up, if anything
 */
public record PipelineStatus(Instant at, PipelineState state, List<DestinationStatus> destinations, long accepted,
		long recovered, long filtered, Map<DeliveryKind, Long> delivered, Map<DropReason, Long> dropped, long waiting,
		int bufferSize, int bufferCapacity, long bufferBytes, @Nullable SpoolStatus spool, List<ExpectedJob> jobs,
		@Nullable String heldUpBy) {

	/** Whether accepted + recovered = delivered + waiting + dropped. */
	public boolean balances() {
		return this.accepted + this.recovered == sum(this.delivered) + this.waiting + sum(this.dropped);
	}

	/** Waiting events that are on disk too. */
	public long spooled() {
		return this.destinations.stream().mapToLong(DestinationStatus::spooled).sum();
	}

	/** The same, but held up. */
	PipelineStatus heldUp(@Nullable String by) {
		return new PipelineStatus(this.at, this.state, this.destinations, this.accepted, this.recovered, this.filtered,
				this.delivered, this.dropped, this.waiting, this.bufferSize, this.bufferCapacity, this.bufferBytes,
				this.spool, this.jobs, by);
	}

	private static long sum(Map<?, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

}
