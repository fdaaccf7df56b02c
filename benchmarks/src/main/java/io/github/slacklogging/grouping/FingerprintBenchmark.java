package io.github.slacklogging.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the worker pays to say what an event is. {@code benchmarks/run Fingerprint} runs
 * it. Each event has a trace of its own, so that frames are not always in the processor's
 * cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FingerprintBenchmark {

	/** More kinds than any memory holds, so that each is new when it comes again. */
	private static final int KINDS = 5_000;

	/** As much as a buffer hands over at once. */
	private static final int EVENTS_OF_A_KIND = 100;

	private static final List<String> DESTINATION = List.of("default");

	private static final Settings SETTINGS = new Settings(true, List.of("orders", "prod"), List.of("com.acme"), 1_000,
			Duration.ofSeconds(1), 100, 5, Severity.WARN, Duration.ofMinutes(5), EventGrouping.Incidents.DEFAULTS);

	private static final Instant START = Instant.EPOCH;

	private static final long NANOS_PER_EVENT = Duration.ofSeconds(6).toNanos();

	@Param("120")
	public int frames;

	private final Fingerprinting fingerprinting = new Fingerprinting(SETTINGS, List.of());

	private final StackKey rules = new StackKey(SETTINGS.inAppPackages());

	private final RememberedAnswers<StackTraits, Fingerprint> byRules = new RememberedAnswers<>(2_000,
			(traits) -> Fingerprint.of(traits.frames()));

	private final EventGrouping grouping = new EventGrouping(SETTINGS, List.of(),
			List.of(new Destination("default", Destination.Kind.WEBHOOK, null, "default")), () -> "1.8.2",
			new Tick(START, 0));

	private List<LogEvent> oneKind = List.of();

	private List<LogEvent> manyKinds = List.of();

	private int next;

	private long nanos;

	@Setup
	public void record() {
		this.oneKind = IntStream.range(0, EVENTS_OF_A_KIND).mapToObj((i) -> event(0, i)).toList();
		this.manyKinds = IntStream.range(0, KINDS).mapToObj((i) -> event(i, i)).toList();
	}

	private LogEvent event(int kind, int number) {
		return SyntheticError.event(kind, number, this.frames);
	}

	/** A kind seen for the first time: all rules, and a digest. */
	@Benchmark
	public Object newKind() {
		return this.fingerprinting.identify(next(this.manyKinds), now());
	}

	@Benchmark
	public Object knownKind() {
		return this.fingerprinting.identify(next(this.oneKind), now());
	}

	/** Before there was a memory of stacks: the rules name every frame, from memory. */
	@Benchmark
	public Object knownKindByRules() {
		LogEvent event = next(this.oneKind);
		return this.byRules.get(this.rules.traits(SyntheticError.chain(event)));
	}

	/** Without any memory: the rules work out every name. */
	@Benchmark
	public Object knownKindWithoutMemory() {
		StackKey fresh = new StackKey(SETTINGS.inAppPackages());
		return this.byRules.get(fresh.traits(SyntheticError.chain(next(this.oneKind))));
	}

	@Benchmark
	public void foldKnownKind() {
		this.grouping.fold(next(this.oneKind), DESTINATION, now());
	}

	/**
	 * The throwables come again, but never within the moment in which that is noticed.
	 */
	private Tick now() {
		this.nanos += NANOS_PER_EVENT;
		return new Tick(START, this.nanos);
	}

	private LogEvent next(List<LogEvent> events) {
		this.next++;
		if (this.next >= events.size()) {
			this.next = 0;
		}
		return events.get(this.next);
	}

}
