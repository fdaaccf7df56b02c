package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.pipeline.DestinationStatus;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import org.jspecify.annotations.Nullable;

/**
 * The meters of the way to Slack in one registry. Everything whose tags are known is
 * registered when it opens; a timer of a new status and a counter of a new rule follow on
 * the worker's thread, never on one that logs. Thread-safe.
 */
final class RegistryBinding implements PipelineListener {

	private final PipelineCounts counts;

	private final PipelineView view;

	private final RegisteredMeters meters;

	private final Set<String> rules = ConcurrentHashMap.newKeySet();

	RegistryBinding(MeterRegistry registry, PipelineCounts counts, PipelineView view) {
		this.meters = new RegisteredMeters(registry, "slack.logging.");
		this.counts = counts;
		this.view = view;
	}

	void open() {
		registerEvents();
		registerMessages();
		registerQueue();
		this.counts.destinations().forEach(this::registerDestination);
		this.counts.listeners().attach(this);
		// After attaching, so that a rule first used meanwhile is not missed.
		this.counts.masked().keys().forEach(this::registerRule);
	}

	/** Takes the meters off. Idempotent. */
	void close() {
		this.counts.listeners().detach(this);
		this.meters.takeOff();
	}

	@Override
	public void requestCompleted(String destination, String status, Duration duration) {
		this.meters.timer("requests", "Exchanges with Slack", RequestStatus.tag(status).and("destination", destination))
			.record(duration);
	}

	@Override
	public void deliveryLatency(String destination, Duration sinceDue) {
		deliveryTimer(destination).record(sinceDue);
	}

	@Override
	public void masked(String rule, long count) {
		registerRule(rule);
	}

	private void registerEvents() {
		String name = "events";
		String unit = BaseUnits.EVENTS;
		String description = "Events by what became of them at first";
		this.meters.counters(name, unit, description, this.counts.accepted(), (key) -> event(key, "accepted"));
		this.meters.counters(name, unit, description, this.counts.recovered(), (key) -> event(key, "recovered"));
		this.meters.counters(name, unit, description, this.counts.filtered(), (key) -> event(key, "filtered"));
		this.meters.counters(name, unit, description, this.counts.dropped(), (key) -> event(key, "dropped"));
		this.meters.counters("events.dropped", unit, "Events that will not be told", this.counts.reasons(),
				(reason) -> Tags.of("reason", reason.tag()));
		this.meters.counters("events.delivered", unit, "Events that acknowledged messages told of",
				this.counts.delivered(), (key) -> Tags.of("destination", key.destination(), "severity",
						tag(key.severity()), "how", key.how().tag()));
	}

	private void registerMessages() {
		this.meters.counters("messages", BaseUnits.MESSAGES, "Attempts to send a message", this.counts.settled(),
				(key) -> Tags.of("destination", key.destination(), "severity", tag(key.severity()), "outcome",
						key.outcome().tag()));
		this.meters.counter("appender.reattached", BaseUnits.OPERATIONS,
				"Times the appender was put back on its loggers", Tags.empty(), this.counts.reattached(),
				LongAdder::sum);
	}

	private void registerRule(String rule) {
		// Micrometer warns in the application's log when a counter comes twice.
		if (this.rules.add(rule)) {
			this.meters.counter("masked", "values", "Values masked on their way out", this.counts.masked(), rule,
					Tags.of("rule", rule));
		}
	}

	private void registerQueue() {
		gauge("queue.depth", BaseUnits.EVENTS, "Events accepted and not acknowledged yet", PipelineStatus::waiting);
		gauge("queue.overdue", BaseUnits.EVENTS, "Waiting events that are due",
				(status) -> status.destinations().stream().mapToLong(DestinationStatus::overdue).sum());
		gauge("buffer.size", BaseUnits.EVENTS, "Events waiting for the worker", PipelineStatus::bufferSize);
		gauge("buffer.capacity", BaseUnits.EVENTS, "Most events that may wait for the worker",
				PipelineStatus::bufferCapacity);
		gauge("spool.events", BaseUnits.EVENTS, "Waiting events that are on disk too", PipelineStatus::spooled);
		gauge("spool.bytes", BaseUnits.BYTES, "Size of what is kept on disk",
				(status) -> (status.spool() != null) ? status.spool().bytes() : 0);
		gauge("worker.held.up", null, "1 while a bean of the application holds the worker up",
				(status) -> (status.heldUpBy() != null) ? 1 : 0);
	}

	// Without a pipeline nothing waits, which is a fact and not an unknown.
	private void gauge(String name, @Nullable String unit, String description, ToDoubleFunction<PipelineStatus> value) {
		this.meters.gauge(name, unit, description, Tags.empty(), this.view, (seen) -> {
			PipelineStatus status = seen.status();
			return (status != null) ? value.applyAsDouble(status) : 0;
		});
	}

	private void registerDestination(String name) {
		deliveryTimer(name);
		gauge("delivery.success.ratio", "ratio", "Share of recent attempts that were acknowledged", name,
				DestinationStatus::successRate);
		gauge("consecutive.failures", "failures", "Failures since the last acknowledgement", name,
				DestinationStatus::consecutiveFailures);
		gauge("circuit.state", null, "0 closed, 1 half-open, 2 open", name, (status) -> status.circuit().value());
		gauge("destination.refused", null, "1 while Slack refuses its credential or its channel", name,
				(status) -> (status.stoppedBy() != null) ? 1 : 0);
	}

	private Timer deliveryTimer(String destination) {
		return this.meters.timer("delivery", "From due to acknowledged", Tags.of("destination", destination), 0.5, 0.95,
				0.99);
	}

	private void gauge(String name, @Nullable String unit, String description, String destination,
			ToDoubleFunction<DestinationStatus> value) {
		this.meters.gauge(name, unit, description, Tags.of("destination", destination), this.view,
				(seen) -> read(seen.status(), destination, value));
	}

	private static double read(@Nullable PipelineStatus status, String destination,
			ToDoubleFunction<DestinationStatus> value) {
		if (status == null) {
			return Double.NaN;
		}
		return status.destinations()
			.stream()
			.filter((candidate) -> candidate.name().equals(destination))
			.mapToDouble(value)
			.findFirst()
			.orElse(Double.NaN);
	}

	private static Tags event(Severity severity, String outcome) {
		return Tags.of("severity", tag(severity), "outcome", outcome);
	}

	private static String tag(Severity severity) {
		return severity.name().toLowerCase(Locale.ROOT);
	}

}
