package io.github.slacklogging.actuate;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.testing.DestinationStatuses;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.SettablePipelineView;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SlackLoggingMetricsTests {

	private final PipelineCounts counts = new PipelineCounts(List.of("default", "oncall"));

	private final SettablePipelineView view = SettablePipelineView
		.of(PipelineStatuses.running(DestinationStatuses.fresh("default"), DestinationStatuses.fresh("oncall")));

	private final MeterRegistry registry = registry();

	private final SlackLoggingMetrics metrics = new SlackLoggingMetrics(this.counts, new ShippingCounts(), this.view);

	@Test
	void eventsAreCountedBySeverityAndOutcome() {
		bind();
		this.counts.accepted(Severity.ERROR, 5);
		this.counts.filtered(Severity.WARN, 4);
		this.counts.dropped(DropReason.QUEUE_FULL, Severity.CRITICAL, 3);
		assertCounter("slack.logging.events", "events", 5, "severity", "error", "outcome", "accepted");
		assertCounter("slack.logging.events", "events", 4, "severity", "warn", "outcome", "filtered");
		assertCounter("slack.logging.events", "events", 3, "severity", "critical", "outcome", "dropped");
		assertThat(total("slack.logging.events")).isEqualTo(12);
	}

	@Test
	void dropsAreCountedByReason() {
		bind();
		this.counts.dropped(DropReason.QUEUE_FULL, Severity.ERROR, 3);
		this.counts.dropped(DropReason.DRY_RUN, Severity.WARN, 2);
		assertCounter("slack.logging.events.dropped", "events", 3, "reason", "queue_full");
		assertCounter("slack.logging.events.dropped", "events", 2, "reason", "dry_run");
		assertThat(total("slack.logging.events.dropped")).isEqualTo(5);
	}

	@Test
	void deliveriesAreCountedByDestinationSeverityAndKind() {
		bind();
		this.counts.delivered("oncall", Severity.CRITICAL, DeliveryKind.SHOWN, 2);
		this.counts.delivered("default", Severity.ERROR, DeliveryKind.FOLDED, 40);
		assertCounter("slack.logging.events.delivered", "events", 2, "destination", "oncall", "severity", "critical",
				"how", "shown");
		assertCounter("slack.logging.events.delivered", "events", 40, "destination", "default", "severity", "error",
				"how", "folded");
		assertThat(total("slack.logging.events.delivered")).isEqualTo(42);
	}

	@Test
	void messagesAreCountedByOutcome() {
		bind();
		this.counts.messageSettled("default", Severity.ERROR, MessageOutcome.THROTTLED);
		this.counts.messageSettled("default", Severity.ERROR, MessageOutcome.DELIVERED);
		this.counts.messageSettled("default", Severity.ERROR, MessageOutcome.DELIVERED);
		assertCounter("slack.logging.messages", "messages", 2, "destination", "default", "severity", "error", "outcome",
				"delivered");
		assertCounter("slack.logging.messages", "messages", 1, "destination", "default", "severity", "error", "outcome",
				"throttled");
		assertThat(total("slack.logging.messages")).isEqualTo(3);
	}

	@Test
	void maskedValuesAreCountedByRuleOfBeforeAndAfter() {
		this.counts.masked("email", 7);
		bind();
		this.counts.masked("bearer", 1);
		this.counts.masked("bearer", 2);
		assertCounter("slack.logging.masked", "values", 7, "rule", "email");
		assertCounter("slack.logging.masked", "values", 3, "rule", "bearer");
	}

	@Test
	void ruleOfBeforeIsRegisteredOnceSoThatMicrometerDoesNotComplain() {
		Logger logger = (Logger) LoggerFactory.getLogger(MeterRegistry.class);
		ListAppender<ILoggingEvent> complaints = new ListAppender<>();
		complaints.start();
		logger.addAppender(complaints);
		logger.setLevel(Level.DEBUG);
		try {
			this.counts.masked("email", 7);
			bind();
			assertThat(complaints.list).isEmpty();
		}
		finally {
			logger.setLevel(null);
			logger.detachAppender(complaints);
		}
	}

	@Test
	void reattachmentsAreCounted() {
		bind();
		this.counts.appenderReattached();
		this.counts.appenderReattached();
		assertCounter("slack.logging.appender.reattached", "operations", 2);
	}

	@Test
	void requestsAreTimedByDestinationAndStatus() {
		bind();
		this.counts.requestCompleted("default", "200", Duration.ofMillis(80));
		this.counts.requestCompleted("default", "200", Duration.ofMillis(120));
		this.counts.requestCompleted("default", "429", Duration.ofMillis(30));
		Timer ok = this.registry.get("slack.logging.requests").tags("destination", "default", "status", "200").timer();
		assertThat(ok.count()).isEqualTo(2);
		assertThat(ok.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(200);
		assertThat(ok.getId().getBaseUnit()).isEqualTo("seconds");
		assertThat(this.registry.get("slack.logging.requests").tag("status", "429").timer().max(TimeUnit.MILLISECONDS))
			.isEqualTo(30);
	}

	@Test
	void serverThatAnswersWithAnyNumberMakesOneTimerOfThem() {
		bind();
		IntStream.rangeClosed(512, 999)
			.forEach((status) -> this.counts.requestCompleted("default", "" + status, Duration.ofMillis(1)));
		List.of("-1", "", "0", "99999", "2OO", "é", "a b")
			.forEach((status) -> this.counts.requestCompleted("default", status, Duration.ofMillis(1)));
		assertThat(this.registry.find("slack.logging.requests").timers()).singleElement().satisfies((timer) -> {
			assertThat(timer.getId().getTag("status")).isEqualTo("other");
			assertThat(timer.count()).isEqualTo(488 + 7);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "200", "302", "404", "410", "429", "503", "connect_timeout", "unknown_host" })
	void statusThatHttpHasAndWordOfOurOwnStay(String status) {
		bind();
		this.counts.requestCompleted("default", status, Duration.ofMillis(1));
		assertThat(this.registry.get("slack.logging.requests").timer().getId().getTag("status")).isEqualTo(status);
	}

	@Test
	void deliveryIsTimedWithPercentiles() {
		bind();
		for (int i = 1; i <= 100; i++) {
			this.counts.deliveryLatency("oncall", Duration.ofMillis(10L * i));
		}
		Timer timer = this.registry.get("slack.logging.delivery").tag("destination", "oncall").timer();
		assertThat(timer.count()).isEqualTo(100);
		assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(50.5, within(0.001));
		assertThat(timer.getId().getBaseUnit()).isEqualTo("seconds");
		assertThat(timer.takeSnapshot().percentileValues()).extracting((at) -> at.percentile())
			.containsExactly(0.5, 0.95, 0.99);
		assertThat(timer.takeSnapshot().percentileValues()).extracting((at) -> at.value(TimeUnit.MILLISECONDS))
			.satisfiesExactly((p50) -> assertThat(p50).isEqualTo(500, within(40.0)),
					(p95) -> assertThat(p95).isEqualTo(950, within(70.0)),
					(p99) -> assertThat(p99).isEqualTo(990, within(70.0)));
	}

	@Test
	void gaugesShowTheLatestStatus() {
		bind();
		this.view.publish(PipelineStatuses
			.running(DestinationStatuses.delivering("default").rate(0.75, 8).waiting(20, 5),
					DestinationStatuses.fresh("oncall").circuit(CircuitState.OPEN).failed(6, "503").waiting(7, 4))
			.waiting(27)
			.buffer(11, 4096));
		assertGauge("slack.logging.queue.depth", "events", 27);
		assertGauge("slack.logging.queue.overdue", "events", 9);
		assertGauge("slack.logging.buffer.size", "events", 11);
		assertGauge("slack.logging.buffer.capacity", "events", 8192);
		assertGauge("slack.logging.delivery.success.ratio", "ratio", 0.75, "destination", "default");
		assertGauge("slack.logging.consecutive.failures", "failures", 6, "destination", "oncall");
		assertGauge("slack.logging.consecutive.failures", "failures", 0, "destination", "default");
	}

	@ParameterizedTest
	@CsvSource({ "CLOSED,0", "HALF_OPEN,1", "OPEN,2" })
	void circuitIsANumber(CircuitState circuit, double value) {
		bind();
		this.view.publish(PipelineStatuses.running(DestinationStatuses.fresh("oncall").circuit(circuit)));
		assertGauge("slack.logging.circuit.state", null, value, "destination", "oncall");
	}

	@Test
	void destinationIsRefusedWhileSlackSaysSo() {
		bind();
		assertGauge("slack.logging.destination.refused", null, 0, "destination", "oncall");
		this.view.publish(PipelineStatuses.running(DestinationStatuses.fresh("oncall").stoppedBy("invalid_auth"),
				DestinationStatuses.fresh("default")));
		assertGauge("slack.logging.destination.refused", null, 1, "destination", "oncall");
		assertGauge("slack.logging.destination.refused", null, 0, "destination", "default");
	}

	@Test
	void workerIsHeldUpWhileABeanDoesNotReturn() {
		bind();
		assertGauge("slack.logging.worker.held.up", null, 0);
		this.view.publish(PipelineStatuses.running().heldUpBy("com.acme.SlowMasker.mask"));
		assertGauge("slack.logging.worker.held.up", null, 1);
	}

	@Test
	void destinationTheStatusDoesNotKnowYetIsNotANumber() {
		bind();
		this.view.publish(PipelineStatuses.running());
		assertThat(gauge("slack.logging.delivery.success.ratio", "destination", "default").value()).isNaN();
		assertThat(gauge("slack.logging.circuit.state", "destination", "default").value()).isNaN();
		assertThat(gauge("slack.logging.destination.refused", "destination", "default").value()).isNaN();
	}

	@Test
	void withoutPipelineNothingWaits() {
		new SlackLoggingMetrics(this.counts, new ShippingCounts(), SettablePipelineView.inert()).bindTo(this.registry);
		assertGauge("slack.logging.queue.depth", "events", 0);
		assertGauge("slack.logging.buffer.capacity", "events", 0);
	}

	@Test
	void spoolIsMeasuredInEventsAndBytes() {
		bind();
		this.view.publish(PipelineStatuses
			.running(DestinationStatuses.fresh("default").spooled(7), DestinationStatuses.fresh("oncall").spooled(2))
			.spool(new SpoolStatus("/var/spool/shop", false, null, 1234, Map.of(), 0, 0)));
		assertGauge("slack.logging.spool.events", "events", 9);
		assertGauge("slack.logging.spool.bytes", "bytes", 1234);
	}

	@Test
	void everythingFiniteIsThereAtZeroFromTheStart() {
		bind();
		assertThat(ids("slack.logging.events")).hasSize(5 * 4);
		assertThat(ids("slack.logging.events.dropped")).hasSize(DropReason.values().length);
		assertThat(ids("slack.logging.events.delivered")).hasSize(2 * 5 * 3);
		assertThat(ids("slack.logging.messages")).hasSize(2 * 5 * 5);
		assertThat(ids("slack.logging.delivery")).hasSize(2);
		assertThat(total("slack.logging.events")).isZero();
	}

	@Test
	void threadsThatLogRegisterNothing() {
		bind();
		AtomicInteger registered = new AtomicInteger();
		this.registry.config().onMeterAdded((meter) -> registered.incrementAndGet());
		for (Severity severity : Severity.values()) {
			this.counts.accepted(severity, 1);
			this.counts.filtered(severity, 1);
			for (DropReason reason : DropReason.values()) {
				this.counts.dropped(reason, severity, 1);
			}
		}
		assertThat(registered).hasValue(0);
	}

	@Test
	void tagValuesAreNamesOfOurOwnOrOfTheConfiguration() {
		bind();
		this.counts.requestCompleted("default", "timeout", Duration.ofMillis(1));
		this.counts.masked("email", 1);
		Set<String> keys = this.registry.getMeters()
			.stream()
			.flatMap((meter) -> meter.getId().getTags().stream())
			.map(Tag::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(keys).containsExactly("destination", "how", "outcome", "phi", "reason", "rule", "severity",
				"status");
	}

	@Test
	void everyMeterHasADescription() {
		bind();
		this.counts.requestCompleted("default", "200", Duration.ofMillis(1));
		this.counts.masked("email", 1);
		assertThat(this.registry.getMeters()).filteredOn((meter) -> meter.getId().getTag("phi") == null)
			.allSatisfy((meter) -> assertThat(meter.getId().getDescription()).isNotBlank());
	}

	@Test
	void booksBalanceInTheMeters() {
		bind();
		this.counts.filtered(Severity.INFO, 8);
		this.counts.accepted(Severity.ERROR, 100);
		this.counts.accepted(Severity.WARN, 11);
		this.counts.dropped(DropReason.QUEUE_FULL, Severity.WARN, 6);
		this.counts.dropped(DropReason.FAILED, Severity.ERROR, 1);
		this.counts.delivered("default", Severity.ERROR, DeliveryKind.SHOWN, 5);
		this.counts.delivered("oncall", Severity.ERROR, DeliveryKind.FOLDED, 60);
		this.counts.delivered("default", Severity.WARN, DeliveryKind.SUMMARISED, 2);
		this.view.publish(PipelineStatuses.running().waiting(37));
		double accepted = this.registry.find("slack.logging.events")
			.tag("outcome", "accepted")
			.functionCounters()
			.stream()
			.mapToDouble(FunctionCounter::count)
			.sum();
		double dropped = total("slack.logging.events.dropped");
		assertThat(accepted).isEqualTo(111)
			.isEqualTo(total("slack.logging.events.delivered") + gauge("slack.logging.queue.depth").value() + dropped);
		assertThat(this.registry.find("slack.logging.events")
			.tag("outcome", "dropped")
			.functionCounters()
			.stream()
			.mapToDouble(FunctionCounter::count)
			.sum()).isEqualTo(dropped);
	}

	@Test
	void whatHappenedBeforeTheRegistryIsThere() {
		this.counts.accepted(Severity.ERROR, 5);
		this.counts.requestCompleted("default", "200", Duration.ofMillis(80));
		this.counts.deliveryLatency("default", Duration.ofMillis(90));
		bind();
		assertCounter("slack.logging.events", "events", 5, "severity", "error", "outcome", "accepted");
		assertThat(this.registry.get("slack.logging.requests").timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(80);
		assertThat(this.registry.get("slack.logging.delivery").tag("destination", "default").timer().count())
			.isEqualTo(1);
	}

	@Test
	void boundTwiceTimesOnce() {
		bind();
		bind();
		this.counts.deliveryLatency("default", Duration.ofMillis(90));
		assertThat(this.registry.get("slack.logging.delivery").tag("destination", "default").timer().count())
			.isEqualTo(1);
	}

	@Test
	void compositeShowsTheSameInEachOfItsRegistries() {
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		MeterRegistry other = registry();
		composite.add(this.registry).add(other);
		this.metrics.bindTo(composite);
		this.counts.accepted(Severity.ERROR, 5);
		for (MeterRegistry each : List.of(this.registry, other)) {
			assertThat(each.get("slack.logging.events")
				.tags("severity", "error", "outcome", "accepted")
				.functionCounter()
				.count()).isEqualTo(5);
		}
		this.metrics.close();
		assertThat(other.getMeters()).isEmpty();
	}

	@Test
	void closeTakesEveryMeterOff() {
		this.registry.counter("orders");
		bind();
		this.counts.requestCompleted("default", "200", Duration.ofMillis(1));
		this.counts.masked("email", 1);
		this.metrics.close();
		this.metrics.close();
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName()).containsExactly("orders");
	}

	@Test
	void afterCloseNothingIsRegisteredAnyMore() {
		bind();
		this.metrics.close();
		this.counts.requestCompleted("default", "200", Duration.ofMillis(1));
		this.counts.masked("email", 1);
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void nextRuntimeTakesOverARegistryThatStays() {
		bind();
		this.counts.accepted(Severity.ERROR, 5);
		this.metrics.close();
		PipelineCounts next = new PipelineCounts(List.of("default"));
		new SlackLoggingMetrics(next, new ShippingCounts(), this.view).bindTo(this.registry);
		next.accepted(Severity.ERROR, 2);
		assertCounter("slack.logging.events", "events", 2, "severity", "error", "outcome", "accepted");
	}

	@Test
	void sameRuntimeGoesOnInTheNextRegistry() {
		bind();
		this.counts.accepted(Severity.ERROR, 5);
		this.counts.masked("email", 7);
		this.metrics.close();
		this.registry.close();
		MeterRegistry next = registry();
		new SlackLoggingMetrics(this.counts, new ShippingCounts(), this.view).bindTo(next);
		this.counts.accepted(Severity.ERROR, 1);
		this.counts.deliveryLatency("default", Duration.ofMillis(5));
		assertThat(next.get("slack.logging.events")
			.tags("severity", "error", "outcome", "accepted")
			.functionCounter()
			.count()).isEqualTo(6);
		assertThat(next.get("slack.logging.masked").tag("rule", "email").functionCounter().count()).isEqualTo(7);
		assertThat(next.get("slack.logging.delivery").tag("destination", "default").timer().count()).isEqualTo(1);
	}

	@Test
	void closedContextAndItsRegistryAreNotPinnedByTheRuntime() {
		WeakReference<MeterRegistry> gone = bindAndClose();
		for (int i = 0; i < 100 && gone.get() != null; i++) {
			System.gc();
		}
		assertThat(gone.get()).isNull();
		// The runtime lives on.
		this.counts.deliveryLatency("default", Duration.ofMillis(5));
	}

	private WeakReference<MeterRegistry> bindAndClose() {
		MeterRegistry passing = registry();
		SlackLoggingMetrics ofContext = new SlackLoggingMetrics(this.counts, new ShippingCounts(), this.view);
		ofContext.bindTo(passing);
		this.counts.requestCompleted("default", "200", Duration.ofMillis(1));
		ofContext.close();
		return new WeakReference<>(passing);
	}

	private void bind() {
		this.metrics.bindTo(this.registry);
	}

	private static MeterRegistry registry() {
		return new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());
	}

	private void assertCounter(String name, String unit, double count, String... tags) {
		FunctionCounter counter = this.registry.get(name).tags(tags).functionCounter();
		assertThat(counter.count()).as(name).isEqualTo(count);
		assertThat(counter.getId().getBaseUnit()).as(name).isEqualTo(unit);
	}

	private void assertGauge(String name, @Nullable String unit, double value, String... tags) {
		Gauge gauge = gauge(name, tags);
		assertThat(gauge.value()).as(name).isEqualTo(value);
		assertThat(gauge.getId().getBaseUnit()).as(name).isEqualTo(unit);
	}

	private Gauge gauge(String name, String... tags) {
		return this.registry.get(name).tags(tags).gauge();
	}

	private double total(String name) {
		return this.registry.find(name).functionCounters().stream().mapToDouble(FunctionCounter::count).sum();
	}

	private List<Meter.Id> ids(String name) {
		return this.registry.find(name).meters().stream().map(Meter::getId).toList();
	}

}
