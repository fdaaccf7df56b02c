package io.github.slacklogging.benchmark.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.autoconfigure.StillPipeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Events that one core takes out of the buffer, routes and folds in a second. One
 * operation is one event; a round takes {@value #EVENTS} of them, half of what a worker
 * takes at most. Time stands still, so that nothing is composed meanwhile. The buffer is
 * filled before the clock runs.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FoldingBenchmark {

	static final int EVENTS = 2_000;

	static final int KINDS = 1_000;

	/** Fewer new kinds a minute than a storm has. */
	private static final Duration BETWEEN_KINDS = Duration.ofSeconds(4);

	/** The kinds are known and were told, one by one. */
	@Benchmark
	@OperationsPerInvocation(EVENTS)
	public Object known(Told told) {
		return told.pipeline.round();
	}

	/** The kinds are known, and the banner of a storm speaks for them. */
	@Benchmark
	@OperationsPerInvocation(EVENTS)
	public Object knownInStorm(Stormy stormy) {
		return stormy.pipeline.round();
	}

	/** No event is of a kind that was there before, and there is room for all of them. */
	@Benchmark
	@OperationsPerInvocation(KINDS)
	public Object unknown(Fresh fresh) {
		return fresh.pipeline.round();
	}

	/** As it is after hours. */
	@State(Scope.Thread)
	public static class Told {

		@Param
		public Shape shape = Shape.PLAIN;

		private final StillPipeline pipeline = new StillPipeline(false);

		private List<LogEvent> events = List.of();

		@Setup
		public void tell() {
			this.events = Errors.of(this.shape, KINDS, EVENTS);
			for (LogEvent event : this.events.subList(0, KINDS)) {
				this.pipeline.offer(event);
				this.pipeline.round();
				this.pipeline.pass(BETWEEN_KINDS);
				this.pipeline.round();
				this.pipeline.round();
			}
		}

		@Setup(Level.Invocation)
		public void fill() {
			this.events.forEach(this.pipeline::offer);
		}

	}

	/** As it is in the first seconds of a storm. */
	@State(Scope.Thread)
	public static class Stormy {

		@Param
		public Shape shape = Shape.PLAIN;

		private final StillPipeline pipeline = new StillPipeline(false);

		private List<LogEvent> events = List.of();

		@Setup
		public void begin() {
			this.events = Errors.of(this.shape, KINDS, EVENTS);
		}

		@Setup(Level.Invocation)
		public void fill() {
			this.events.forEach(this.pipeline::offer);
		}

	}

	/** As it is after the start, again and again. */
	@State(Scope.Thread)
	public static class Fresh {

		@Param
		public Shape shape = Shape.PLAIN;

		private StillPipeline pipeline = new StillPipeline(false);

		private List<LogEvent> events = List.of();

		@Setup
		public void make() {
			this.events = Errors.of(this.shape, KINDS, KINDS);
		}

		@Setup(Level.Invocation)
		public void begin() {
			this.pipeline = new StillPipeline(false);
			this.events.forEach(this.pipeline::offer);
		}

	}

}
