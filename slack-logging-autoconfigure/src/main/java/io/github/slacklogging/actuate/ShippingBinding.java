package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;

import io.github.slacklogging.ShippingListener;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.pipeline.PipelineView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import org.jspecify.annotations.Nullable;

/**
 * The meters of the way to OpenSearch in one registry. Where nothing is shipped there are
 * none. They come when it opens, or with the first request where the shipping began
 * later: on the worker's thread, never on one that logs. Thread-safe.
 */
final class ShippingBinding implements ShippingListener {

	private final ShippingCounts counts;

	private final PipelineView view;

	private final RegisteredMeters meters;

	/** Also set by the end, after which none must come. */
	private final AtomicBoolean settled = new AtomicBoolean();

	ShippingBinding(MeterRegistry registry, ShippingCounts counts, PipelineView view) {
		this.meters = new RegisteredMeters(registry, "slack.logging.opensearch.");
		this.counts = counts;
		this.view = view;
	}

	void open() {
		if (this.view.shipping() != null) {
			registerOnce();
		}
		this.counts.listeners().attach(this);
	}

	/** Takes the meters off. Idempotent. */
	void close() {
		this.settled.set(true);
		this.counts.listeners().detach(this);
		this.meters.takeOff();
	}

	@Override
	public void requestCompleted(String status, Duration duration) {
		registerOnce();
		this.meters.timer("requests", "Exchanges with OpenSearch", RequestStatus.tag(status)).record(duration);
	}

	private void registerOnce() {
		if (this.settled.compareAndSet(false, true)) {
			registerDocuments();
			registerState();
		}
	}

	private void registerDocuments() {
		this.meters.counters("documents", "documents", "Events to be shipped, by what became of them",
				this.counts.documents(), (outcome) -> Tags.of("outcome", outcome.tag()));
		this.meters.counters("dropped", BaseUnits.EVENTS, "Events that will not be indexed", this.counts.reasons(),
				(reason) -> Tags.of("reason", reason.tag()));
	}

	// Where nothing is shipped any more nothing waits, but no circuit has a state.
	private void registerState() {
		gauge("waiting", BaseUnits.EVENTS, "Events accepted and not acknowledged yet", 0, ShippingStatus::waiting);
		gauge("buffer.size", BaseUnits.EVENTS, "Events waiting for the worker", 0, ShippingStatus::bufferSize);
		gauge("buffer.capacity", BaseUnits.EVENTS, "Most events that may wait for the worker", 0,
				ShippingStatus::bufferCapacity);
		gauge("circuit.state", null, "0 closed, 1 half-open, 2 open", Double.NaN,
				(status) -> status.delivery().circuit().value());
	}

	private void gauge(String name, @Nullable String unit, String description, double absent,
			ToDoubleFunction<ShippingStatus> value) {
		this.meters.gauge(name, unit, description, Tags.empty(), this.view, (seen) -> {
			ShippingStatus status = seen.shipping();
			return (status != null) ? value.applyAsDouble(status) : absent;
		});
	}

}
