package io.github.slacklogging.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.pipeline.BrokenThreshold;
import io.github.slacklogging.pipeline.DestinationStatus;
import org.jspecify.annotations.Nullable;

/** Builds a {@link DestinationStatus} from what a test cares about. */
public final class DestinationStatuses {

	private final String name;

	private CircuitState circuit = CircuitState.CLOSED;

	private @Nullable String stoppedBy;

	private int consecutiveFailures;

	private @Nullable Instant lastSuccess;

	private @Nullable Instant lastFailure;

	private @Nullable String lastFailureReason;

	private double successRate = 1;

	private int attempts;

	private @Nullable Duration p95Latency;

	private long waiting;

	private long overdue;

	private long spooled;

	private @Nullable String standIn;

	private DestinationStatuses(String name) {
		this.name = name;
	}

	/** Nothing was sent yet. */
	public static DestinationStatuses fresh(String name) {
		return new DestinationStatuses(name);
	}

	/** One message was acknowledged. */
	public static DestinationStatuses delivering(String name) {
		DestinationStatuses statuses = new DestinationStatuses(name);
		statuses.lastSuccess = Instant.parse("2026-03-01T10:15:30Z");
		statuses.attempts = 1;
		return statuses;
	}

	public DestinationStatuses circuit(CircuitState value) {
		this.circuit = value;
		return this;
	}

	public DestinationStatuses stoppedBy(String code) {
		this.stoppedBy = code;
		return this;
	}

	public DestinationStatuses failed(int times, String reason) {
		this.consecutiveFailures = times;
		this.lastFailure = Instant.parse("2026-03-01T10:20:00Z");
		this.lastFailureReason = reason;
		return this;
	}

	public DestinationStatuses rate(double value, int ofAttempts) {
		this.successRate = value;
		this.attempts = ofAttempts;
		return this;
	}

	public DestinationStatuses p95Latency(Duration value) {
		this.p95Latency = value;
		return this;
	}

	public DestinationStatuses waiting(long count, long due) {
		this.waiting = count;
		this.overdue = due;
		return this;
	}

	public DestinationStatuses spooled(long count) {
		this.spooled = count;
		return this;
	}

	private List<String> limitations = List.of();

	private List<BrokenThreshold> broken = List.of();

	public DestinationStatuses standIn(String name) {
		this.standIn = name;
		return this;
	}

	public DestinationStatuses broken(BrokenThreshold... thresholds) {
		this.broken = List.of(thresholds);
		return this;
	}

	/** Slack does not do this here. */
	public DestinationStatuses limitations(String... limitations) {
		this.limitations = List.of(limitations);
		return this;
	}

	public DestinationStatus build() {
		return new DestinationStatus(this.name, this.circuit, this.stoppedBy, this.consecutiveFailures,
				this.lastSuccess, this.lastFailure, this.lastFailureReason, this.successRate, this.attempts,
				this.p95Latency, this.waiting, this.overdue, this.spooled, this.standIn, this.limitations, this.broken);
	}

}
