package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.pipeline.DestinationStatus;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one registry. Everything whose tags are known is registered when it
 * opens; a timer of a new status and a counter of a new rule follow on the worker's
 * thread, never on one that logs. Thread-safe.
 */
final class RegistryBinding implements PipelineListener {

	private static final String PREFIX = "slack.logging.";

	private final MeterRegistry registry;

	private final PipelineCounts counts;

	private final PipelineView view;

	private final Set<Meter> meters = ConcurrentHashMap.newKeySet();

	private final Set<String> rules = ConcurrentHashMap.newKeySet();

	RegistryBinding(MeterRegistry registry, PipelineCounts counts, PipelineView view) {
		this.registry = registry;
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

	/**
	 * Takes the meters off: a registry that outlives the context would go on showing a
	 * runtime that is gone, and would keep the meters of the next one out.
	 */
	void close() {
		this.counts.listeners().detach(this);
		this.meters.forEach(this.registry::remove);
		this.meters.clear();
	}

	@Override
	public void requestCompleted(String destination, String status, Duration duration) {
		Timer timer = Timer.builder(PREFIX + "requests")
			.description("Exchanges with Slack")
			.tags("destination", destination, "status", status)
			.register(this.registry);
		this.meters.add(timer);
		timer.record(duration);
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
		String description = "Events by what became of them at first";
		counters(name, BaseUnits.EVENTS, description, this.counts.accepted(), (key) -> event(key, "accepted"));
		counters(name, BaseUnits.EVENTS, description, this.counts.recovered(), (key) -> event(key, "recovered"));
		counters(name, BaseUnits.EVENTS, description, this.counts.filtered(), (key) -> event(key, "filtered"));
		counters(name, BaseUnits.EVENTS, description, this.counts.dropped(), (key) -> event(key, "dropped"));
		counters("events.dropped", BaseUnits.EVENTS, "Events that will not be told", this.counts.reasons(),
				(reason) -> Tags.of("reason", reason.tag()));
		counters("events.delivered", BaseUnits.EVENTS, "Events that acknowledged messages told of",
				this.counts.delivered(), (key) -> Tags.of("destination", key.destination(), "severity",
						tag(key.severity()), "how", key.how().tag()));
	}

	private void registerMessages() {
		counters("messages", BaseUnits.MESSAGES, "Attempts to send a message", this.counts.settled(), (key) -> Tags
			.of("destination", key.destination(), "severity", tag(key.severity()), "outcome", key.outcome().tag()));
		this.meters
			.add(FunctionCounter.builder(PREFIX + "appender.reattached", this.counts.reattached(), LongAdder::sum)
				.description("Times the appender was put back on its loggers")
				.baseUnit(BaseUnits.OPERATIONS)
				.register(this.registry));
	}

	private void registerRule(String rule) {
		// Micrometer warns in the application's log when a counter comes twice.
		if (this.rules.add(rule)) {
			counter("masked", "values", "Values masked on their way out", this.counts.masked(), rule,
					Tags.of("rule", rule));
		}
	}

	private void registerQueue() {
		gauge("queue.depth", "Events accepted and not acknowledged yet", PipelineStatus::waiting);
		gauge("queue.overdue", "Waiting events that are due",
				(status) -> status.destinations().stream().mapToLong(DestinationStatus::overdue).sum());
		gauge("buffer.size", "Events waiting for the worker", PipelineStatus::bufferSize);
		gauge("buffer.capacity", "Most events that may wait for the worker", PipelineStatus::bufferCapacity);
		gauge("spool.events", "Waiting events that are on disk too", PipelineStatus::spooled);
		this.meters.add(Gauge.builder(PREFIX + "spool.bytes", this.view, (seen) -> {
			PipelineStatus status = seen.status();
			return (status != null && status.spool() != null) ? status.spool().bytes() : 0;
		}).description("Size of what is kept on disk").baseUnit(BaseUnits.BYTES).register(this.registry));
	}

	private void registerDestination(String name) {
		deliveryTimer(name);
		gauge("delivery.success.ratio", "ratio", "Share of recent attempts that were acknowledged", name,
				DestinationStatus::successRate);
		gauge("consecutive.failures", "failures", "Failures since the last acknowledgement", name,
				DestinationStatus::consecutiveFailures);
		gauge("circuit.state", "", "0 closed, 1 half-open, 2 open", name, (status) -> status.circuit().value());
	}

	private Timer deliveryTimer(String destination) {
		Timer timer = Timer.builder(PREFIX + "delivery")
			.description("From due to acknowledged")
			.tags("destination", destination)
			.publishPercentiles(0.5, 0.95, 0.99)
			.register(this.registry);
		this.meters.add(timer);
		return timer;
	}

	private <K> void counters(String name, String unit, String description, Tally<K> tally, Function<K, Tags> tags) {
		tally.keys().forEach((key) -> counter(name, unit, description, tally, key, tags.apply(key)));
	}

	private <K> void counter(String name, String unit, String description, Tally<K> tally, K key, Tags tags) {
		this.meters.add(FunctionCounter.builder(PREFIX + name, tally, (counted) -> counted.count(key))
			.description(description)
			.baseUnit(unit)
			.tags(tags)
			.register(this.registry));
	}

	// Without a pipeline nothing waits, which is a fact and not an unknown.
	private void gauge(String name, String description, ToDoubleFunction<PipelineStatus> value) {
		this.meters.add(Gauge.builder(PREFIX + name, this.view, (seen) -> {
			PipelineStatus status = seen.status();
			return (status != null) ? value.applyAsDouble(status) : 0;
		}).description(description).baseUnit(BaseUnits.EVENTS).register(this.registry));
	}

	private void gauge(String name, String unit, String description, String destination,
			ToDoubleFunction<DestinationStatus> value) {
		this.meters.add(Gauge.builder(PREFIX + name, this.view, (seen) -> read(seen.status(), destination, value))
			.description(description)
			.baseUnit(unit.isEmpty() ? null : unit)
			.tags("destination", destination)
			.register(this.registry));
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
