package io.github.slacklogging.testing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.ShippingStatus;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ShippingStatus} from what a test cares about. */
public final class ShippingStatuses {

	private PipelineState state = PipelineState.RUNNING;

	private long accepted;

	private long indexed;

	private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);

	private long waiting;

	private int bufferSize;

	private long bufferBytes;

	private CircuitState circuit = CircuitState.CLOSED;

	private int consecutiveFailures;

	private @Nullable Instant lastSuccess;

	private @Nullable Instant lastFailure;

	private @Nullable String lastFailureReason;

	private @Nullable String pausedBy;

	private @Nullable String limitation;

	private @Nullable String lastRejection;

	private long attempts;

	private double successRate = 1;

	private @Nullable String heldUpBy;

	private ShippingStatuses() {
	}

	/** Nothing was sent yet. */
	public static ShippingStatuses fresh() {
		return new ShippingStatuses();
	}

	/** Something was indexed. */
	public static ShippingStatuses indexing() {
		ShippingStatuses statuses = new ShippingStatuses();
		statuses.lastSuccess = Instant.parse("2026-03-01T10:15:30Z");
		statuses.attempts = 1;
		return statuses;
	}

	public ShippingStatuses state(PipelineState value) {
		this.state = value;
		return this;
	}

	public ShippingStatuses books(long acceptedEvents, long indexedEvents, long waitingEvents) {
		this.accepted = acceptedEvents;
		this.indexed = indexedEvents;
		this.waiting = waitingEvents;
		return this;
	}

	public ShippingStatuses dropped(DropReason reason, long count) {
		this.dropped.put(reason, count);
		return this;
	}

	public ShippingStatuses buffer(int size, long bytes) {
		this.bufferSize = size;
		this.bufferBytes = bytes;
		return this;
	}

	public ShippingStatuses circuit(CircuitState value) {
		this.circuit = value;
		return this;
	}

	public ShippingStatuses failed(int times, String reason) {
		this.consecutiveFailures = times;
		this.lastFailure = Instant.parse("2026-03-01T10:20:00Z");
		this.lastFailureReason = reason;
		return this;
	}

	public ShippingStatuses pausedBy(String value) {
		this.pausedBy = value;
		return this;
	}

	public ShippingStatuses limitation(String value) {
		this.limitation = value;
		return this;
	}

	public ShippingStatuses lastRejection(String value) {
		this.lastRejection = value;
		return this;
	}

	public ShippingStatuses rate(double rate, long of) {
		this.successRate = rate;
		this.attempts = of;
		return this;
	}

	public ShippingStatuses heldUpBy(String value) {
		this.heldUpBy = value;
		return this;
	}

	public ShippingStatus build() {
		return new ShippingStatus(Instant.EPOCH, this.state, this.accepted, this.indexed, this.dropped, this.waiting,
				this.bufferSize, 16_384, this.bufferBytes,
				new ShippingStatus.Delivery(this.circuit, this.consecutiveFailures, this.lastSuccess, this.lastFailure,
						this.lastFailureReason, this.pausedBy, this.limitation, this.lastRejection, this.attempts,
						this.successRate),
				this.heldUpBy);
	}

}
