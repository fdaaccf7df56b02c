package io.github.slacklogging.actuate;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.Severity;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.SettablePipelineView;
import io.github.slacklogging.testing.ShippingStatuses;
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

import static org.assertj.core.api.Assertions.assertThat;

class ShippingMetersTests {

	private static final String OURS = "slack.logging.opensearch";

	private static final String[] FINITE = { "buffer.capacity", "buffer.size", "circuit.state", "documents", "dropped",
			"waiting" };

	private final ShippingCounts counts = new ShippingCounts();

	private final SettablePipelineView view = SettablePipelineView.of(PipelineStatuses.running())
		.withShipping(ShippingStatuses.fresh().build());

	private final MeterRegistry registry = registry();

	private final SlackLoggingMetrics metrics = metrics(this.view);

	@Test
	void documentsAreCountedByOutcome() {
		bind();
		this.counts.accepted(Severity.INFO, 12);
		this.counts.indexed(Severity.INFO, 7);
		this.counts.dropped(DropReason.REJECTED, Severity.ERROR, 3);
		assertCounter(OURS + ".documents", "documents", 12, "outcome", "accepted");
		assertCounter(OURS + ".documents", "documents", 7, "outcome", "indexed");
		assertCounter(OURS + ".documents", "documents", 3, "outcome", "dropped");
	}

	@Test
	void dropsAreCountedByReason() {
		bind();
		this.counts.dropped(DropReason.QUEUE_FULL, Severity.INFO, 5);
		this.counts.dropped(DropReason.SHUTDOWN, Severity.INFO, 1);
		assertCounter(OURS + ".dropped", "events", 5, "reason", "queue_full");
		assertCounter(OURS + ".dropped", "events", 1, "reason", "shutdown");
		assertThat(total(OURS + ".dropped")).isEqualTo(6);
	}

	@Test
	void whatIsShippedIsNoEventForSlack() {
		bind();
		this.counts.accepted(Severity.ERROR, 12);
		this.counts.dropped(DropReason.REJECTED, Severity.ERROR, 3);
		assertThat(total("slack.logging.events")).isZero();
		assertThat(total("slack.logging.events.dropped")).isZero();
	}

	@Test
	void requestsAreTimedByStatus() {
		bind();
		this.counts.requestCompleted("200", Duration.ofMillis(80));
		this.counts.requestCompleted("200", Duration.ofMillis(120));
		this.counts.requestCompleted("429", Duration.ofMillis(30));
		Timer ok = this.registry.get(OURS + ".requests").tags("status", "200").timer();
		assertThat(ok.count()).isEqualTo(2);
		assertThat(ok.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(200);
		assertThat(ok.getId().getBaseUnit()).isEqualTo("seconds");
		assertThat(this.registry.get(OURS + ".requests").tag("status", "429").timer().count()).isEqualTo(1);
	}

	@Test
	void nodeThatAnswersWithAnyNumberMakesOneTimerOfThem() {
		bind();
		List.of("999", "512", "777").forEach((status) -> this.counts.requestCompleted(status, Duration.ofMillis(1)));
		assertThat(this.registry.get(OURS + ".requests").timer().getId().getTag("status")).isEqualTo("other");
	}

	@Test
	void gaugesShowTheLatestStatus() {
		bind();
		this.view.withShipping(ShippingStatuses.indexing().books(50, 23, 27).buffer(11, 4096).build());
		assertGauge(OURS + ".waiting", "events", 27);
		assertGauge(OURS + ".buffer.size", "events", 11);
		assertGauge(OURS + ".buffer.capacity", "events", 16_384);
	}

	@ParameterizedTest
	@CsvSource({ "CLOSED,0", "HALF_OPEN,1", "OPEN,2" })
	void circuitIsANumber(CircuitState circuit, double value) {
		bind();
		this.view.withShipping(ShippingStatuses.fresh().circuit(circuit).build());
		assertGauge(OURS + ".circuit.state", null, value);
	}

	@Test
	void everythingFiniteIsThereAtZeroFromTheStart() {
		bind();
		assertThat(names(this.registry)).containsExactly(FINITE);
		assertThat(this.registry.find(OURS + ".documents").meters()).hasSize(3);
		assertThat(this.registry.find(OURS + ".dropped").meters()).hasSize(DropReason.values().length);
		assertThat(total(OURS + ".documents")).isZero();
	}

	@Test
	void whereNothingIsShippedThereAreNone() {
		metrics(SettablePipelineView.of(PipelineStatuses.running())).bindTo(this.registry);
		this.counts.accepted(Severity.INFO, 1);
		assertThat(names(this.registry)).isEmpty();
		assertThat(this.registry.find("slack.logging.queue.depth").gauge()).isNotNull();
	}

	@Test
	void shippingThatBeginsAfterTheBindingShowsWithItsFirstRequest() {
		SettablePipelineView late = SettablePipelineView.of(PipelineStatuses.running());
		metrics(late).bindTo(this.registry);
		late.withShipping(ShippingStatuses.fresh().books(4, 0, 4).build());
		this.counts.accepted(Severity.INFO, 4);
		this.counts.requestCompleted("200", Duration.ofMillis(80));
		assertCounter(OURS + ".documents", "documents", 4, "outcome", "accepted");
		assertGauge(OURS + ".waiting", "events", 4);
		assertThat(this.registry.get(OURS + ".requests").timer().count()).isEqualTo(1);
	}

	@Test
	void requestOfBeforeTheRegistryIsThere() {
		this.counts.accepted(Severity.ERROR, 5);
		this.counts.requestCompleted("200", Duration.ofMillis(80));
		bind();
		assertCounter(OURS + ".documents", "documents", 5, "outcome", "accepted");
		assertThat(this.registry.get(OURS + ".requests").timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(80);
	}

	@Test
	void shippingThatHasEndedWaitsForNothingAndHasNoCircuit() {
		bind();
		this.view.withShipping(ShippingStatuses.fresh().books(4, 0, 4).buffer(3, 10).build());
		this.view.withoutShipping();
		assertGauge(OURS + ".waiting", "events", 0);
		assertGauge(OURS + ".buffer.size", "events", 0);
		assertThat(gauge(OURS + ".circuit.state").value()).isNaN();
	}

	@Test
	void threadsThatLogRegisterNothing() {
		metrics(SettablePipelineView.of(PipelineStatuses.running())).bindTo(this.registry);
		AtomicInteger registered = new AtomicInteger();
		this.registry.config().onMeterAdded((meter) -> registered.incrementAndGet());
		for (Severity severity : Severity.values()) {
			this.counts.accepted(severity, 1);
			for (DropReason reason : DropReason.values()) {
				this.counts.dropped(reason, severity, 1);
			}
		}
		assertThat(registered).hasValue(0);
	}

	@Test
	void tagsAreThoseOfTheContract() {
		bind();
		this.counts.requestCompleted("timeout", Duration.ofMillis(1));
		Set<String> keys = ours(this.registry).stream()
			.flatMap((meter) -> meter.getId().getTags().stream())
			.map(Tag::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(keys).containsExactly("outcome", "reason", "status");
	}

	@Test
	void everyMeterHasADescription() {
		bind();
		this.counts.requestCompleted("200", Duration.ofMillis(1));
		assertThat(ours(this.registry)).hasSizeGreaterThan(FINITE.length)
			.allSatisfy((meter) -> assertThat(meter.getId().getDescription()).isNotBlank());
	}

	@Test
	void booksBalanceInTheMeters() {
		bind();
		this.counts.accepted(Severity.INFO, 111);
		this.counts.indexed(Severity.INFO, 67);
		this.counts.dropped(DropReason.REJECTED, Severity.INFO, 7);
		this.view.withShipping(ShippingStatuses.indexing().books(111, 67, 37).dropped(DropReason.REJECTED, 7).build());
		assertThat(documents("accepted"))
			.isEqualTo(documents("indexed") + documents("dropped") + gauge(OURS + ".waiting").value());
		assertThat(documents("dropped")).isEqualTo(total(OURS + ".dropped"));
	}

	@Test
	void compositeShowsTheSameInEachOfItsRegistries() {
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		MeterRegistry other = registry();
		composite.add(this.registry).add(other);
		this.metrics.bindTo(composite);
		this.counts.accepted(Severity.ERROR, 5);
		for (MeterRegistry each : List.of(this.registry, other)) {
			assertThat(each.get(OURS + ".documents").tag("outcome", "accepted").functionCounter().count()).isEqualTo(5);
		}
		this.metrics.close();
		assertThat(other.getMeters()).isEmpty();
	}

	@Test
	void boundTwiceTimesOnce() {
		bind();
		bind();
		this.counts.requestCompleted("200", Duration.ofMillis(1));
		assertThat(this.registry.get(OURS + ".requests").timer().count()).isEqualTo(1);
	}

	@Test
	void closeTakesEveryMeterOffForGood() {
		bind();
		this.counts.requestCompleted("200", Duration.ofMillis(1));
		this.metrics.close();
		this.metrics.close();
		this.counts.requestCompleted("200", Duration.ofMillis(1));
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void requestUnderWayAtTheCloseLeavesNoMeter() {
		ShippingBinding binding = new ShippingBinding(this.registry, this.counts, this.view);
		binding.open();
		binding.close();
		binding.requestCompleted("200", Duration.ofMillis(1));
		assertThat(this.registry.getMeters()).isEmpty();
	}

	@Test
	void nextRuntimeTakesOverARegistryThatStays() {
		bind();
		this.counts.accepted(Severity.INFO, 5);
		this.metrics.close();
		ShippingCounts next = new ShippingCounts();
		new SlackLoggingMetrics(new PipelineCounts(List.of()), next, this.view).bindTo(this.registry);
		next.accepted(Severity.INFO, 2);
		assertCounter(OURS + ".documents", "documents", 2, "outcome", "accepted");
	}

	@Test
	void closedContextAndItsRegistryAreNotPinnedByTheRuntime() {
		WeakReference<MeterRegistry> gone = bindAndClose();
		for (int i = 0; i < 100 && gone.get() != null; i++) {
			System.gc();
		}
		assertThat(gone.get()).isNull();
		// The runtime lives on.
		this.counts.requestCompleted("200", Duration.ofMillis(5));
	}

	private WeakReference<MeterRegistry> bindAndClose() {
		MeterRegistry passing = registry();
		SlackLoggingMetrics ofContext = metrics(this.view);
		ofContext.bindTo(passing);
		this.counts.requestCompleted("200", Duration.ofMillis(1));
		ofContext.close();
		return new WeakReference<>(passing);
	}

	private SlackLoggingMetrics metrics(SettablePipelineView seen) {
		return new SlackLoggingMetrics(new PipelineCounts(List.of()), this.counts, seen);
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

	private void assertGauge(String name, @Nullable String unit, double value) {
		assertThat(gauge(name).value()).as(name).isEqualTo(value);
		assertThat(gauge(name).getId().getBaseUnit()).as(name).isEqualTo(unit);
	}

	private Gauge gauge(String name) {
		return this.registry.get(name).gauge();
	}

	private double documents(String outcome) {
		return this.registry.get(OURS + ".documents").tag("outcome", outcome).functionCounter().count();
	}

	private double total(String name) {
		return this.registry.find(name).functionCounters().stream().mapToDouble(FunctionCounter::count).sum();
	}

	private static Set<String> names(MeterRegistry registry) {
		return ours(registry).stream()
			.map((meter) -> meter.getId().getName().substring(OURS.length() + 1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<Meter> ours(MeterRegistry registry) {
		return registry.getMeters().stream().filter((meter) -> meter.getId().getName().startsWith(OURS)).toList();
	}

}
