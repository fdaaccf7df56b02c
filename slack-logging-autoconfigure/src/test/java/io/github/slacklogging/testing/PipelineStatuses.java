package io.github.slacklogging.testing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.ExpectedJob;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.pipeline.DestinationStatus;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.pipeline.PipelineStatus;
import org.jspecify.annotations.Nullable;

/** Builds a {@link PipelineStatus} from what a test cares about. */
public final class PipelineStatuses {

	private PipelineState state = PipelineState.RUNNING;

	private List<DestinationStatus> destinations = List.of();

	private long accepted;

	private long recovered;

	private long filtered;

	private @Nullable SpoolStatus spool;

	private List<ExpectedJob> jobs = List.of();

	private @Nullable String heldUpBy;

	private final Map<DeliveryKind, Long> delivered = new EnumMap<>(DeliveryKind.class);

	private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);

	private long waiting;

	private int bufferSize;

	private long bufferBytes;

	private PipelineStatuses() {
	}

	public static PipelineStatuses running(DestinationStatuses... destinations) {
		PipelineStatuses statuses = new PipelineStatuses();
		statuses.destinations = List.of(destinations).stream().map(DestinationStatuses::build).toList();
		return statuses;
	}

	public PipelineStatuses state(PipelineState value) {
		this.state = value;
		return this;
	}

	public PipelineStatuses accepted(long count) {
		this.accepted = count;
		return this;
	}

	public PipelineStatuses recovered(long count) {
		this.recovered = count;
		return this;
	}

	public PipelineStatuses spool(SpoolStatus value) {
		this.spool = value;
		return this;
	}

	public PipelineStatuses jobs(ExpectedJob... values) {
		this.jobs = List.of(values);
		return this;
	}

	public PipelineStatuses heldUpBy(String value) {
		this.heldUpBy = value;
		return this;
	}

	public PipelineStatuses filtered(long count) {
		this.filtered = count;
		return this;
	}

	public PipelineStatuses delivered(DeliveryKind how, long count) {
		this.delivered.put(how, count);
		return this;
	}

	public PipelineStatuses dropped(DropReason reason, long count) {
		this.dropped.put(reason, count);
		return this;
	}

	public PipelineStatuses waiting(long count) {
		this.waiting = count;
		return this;
	}

	public PipelineStatuses buffer(int size, long bytes) {
		this.bufferSize = size;
		this.bufferBytes = bytes;
		return this;
	}

	public PipelineStatus build() {
		return new PipelineStatus(Instant.EPOCH, this.state, this.destinations, this.accepted, this.recovered,
				this.filtered, Map.copyOf(this.delivered), Map.copyOf(this.dropped), this.waiting, this.bufferSize,
				8192, this.bufferBytes, this.spool, this.jobs, this.heldUpBy);
	}

}
