package io.github.slacklogging.opensearch;

import java.time.Duration;
import java.time.Instant;

import io.github.slacklogging.AttemptGate;
import io.github.slacklogging.ShippingStatus.Delivery;
import io.github.slacklogging.Tick;
import io.github.slacklogging.worker.DeliveryWindow;
import org.jspecify.annotations.Nullable;

/** What is told of the way to the cluster. Used by the worker only. */
final class DeliveryNotes {

	private final DeliveryWindow window;

	private @Nullable Instant lastSuccess;

	private @Nullable Instant lastFailure;

	private @Nullable String lastFailureReason;

	private @Nullable String pausedBy;

	private @Nullable String lastRejection;

	DeliveryNotes(Duration window) {
		this.window = new DeliveryWindow(window);
	}

	void succeeded(Duration exchange, Tick now) {
		this.window.succeeded(exchange, now);
		this.pausedBy = null;
	}

	void indexed(Tick now) {
		this.lastSuccess = now.instant();
	}

	void failed(String reason, Tick now) {
		this.window.failed(now);
		this.lastFailure = now.instant();
		this.lastFailureReason = reason;
		this.pausedBy = null;
	}

	/** It has too much to do, which passes by itself. */
	void busy() {
		this.pausedBy = null;
	}

	/** Somebody must mend something: it answers, and refuses. */
	void paused(String reason, Tick now) {
		failed(reason, now);
		this.pausedBy = reason;
	}

	void rejected(String reason) {
		this.lastRejection = reason;
	}

	Delivery asDelivery(AttemptGate gate, @Nullable String limitation, Tick now) {
		return new Delivery(gate.state(), gate.failuresInARow(), this.lastSuccess, this.lastFailure,
				this.lastFailureReason, this.pausedBy, limitation, this.lastRejection, this.window.size(now),
				this.window.successRate(now));
	}

}
