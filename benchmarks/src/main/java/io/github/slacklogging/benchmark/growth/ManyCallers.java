package io.github.slacklogging.benchmark.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.Tick;
import io.github.slacklogging.autoconfigure.ConfiguredStages;
import io.github.slacklogging.pipeline.SlackPipeline;

/** Threads that log at the same time. */
final class ManyCallers {

	private static final long RUN_NANOS = Duration.ofMillis(200).toNanos();

	/** Of all threads together, where they are paced. */
	private static final long EVENTS_PER_SECOND = 10_000;

	/** Calls between two looks at the clock. */
	private static final long CALLS = 20;

	private final int threads;

	private final boolean paced;

	private final Exception exception = new IllegalStateException("declined",
			new IllegalArgumentException("card expired"));

	ManyCallers(int threads, boolean paced) {
		this.threads = threads;
		this.paced = paced;
	}

	/**
	 * With an appender that does nothing: nanoseconds of processor time for each call.
	 */
	Measured noop(Repeated repeated) throws Exception {
		LoggingApplication application = LoggingApplication.withNoop(false);
		return repeated.measure(() -> run(application).nanosEach());
	}

	/** With the starter. */
	Outcome starter(Repeated repeated) throws Exception {
		ConfiguredStages stages = new ConfiguredStages(Map.of("slack.logging.shutdown.timeout", "0s"),
				() -> new Tick(Instant.now(), System.nanoTime()));
		try (SlackPipeline pipeline = stages.pipeline(
				(destination, call) -> CompletableFuture.completedFuture(new SendResult.Accepted("200")),
				new Random(7))) {
			pipeline.start();
			LoggingApplication application = LoggingApplication.with(pipeline.intake(), stages.appender());
			List<Double> shares = new ArrayList<>();
			Measured nanos = repeated.measure(() -> {
				long before = dropped(pipeline);
				Calls calls = run(application);
				settle(pipeline);
				shares.add((double) (dropped(pipeline) - before) / calls.made());
				return calls.nanosEach();
			});
			double[] counted = shares.stream().skip(repeated.warmUps()).mapToDouble(Double::doubleValue).toArray();
			return new Outcome(nanos, Measured.of(counted));
		}
	}

	private static long dropped(SlackPipeline pipeline) {
		return pipeline.status().dropped().values().stream().mapToLong(Long::longValue).sum();
	}

	/** The worker publishes what it knows in rounds. */
	private static void settle(SlackPipeline pipeline) {
		do {
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
		while (pipeline.status().bufferSize() > 0);
	}

	private Calls run(LoggingApplication application) throws InterruptedException {
		LongAdder made = new LongAdder();
		LongAdder nanos = new LongAdder();
		long end = System.nanoTime() + RUN_NANOS;
		List<Thread> callers = new ArrayList<>();
		for (int i = 0; i < this.threads; i++) {
			callers.add(new Thread(() -> {
				long begun = ProcessorTime.now();
				made.add(log(application, end));
				nanos.add(ProcessorTime.now() - begun);
			}, "caller-" + i));
		}
		callers.forEach(Thread::start);
		for (Thread caller : callers) {
			caller.join();
		}
		return new Calls(made.sum(), nanos.sum());
	}

	private long log(LoggingApplication application, long end) {
		long pause = CALLS * this.threads * Duration.ofSeconds(1).toNanos() / EVENTS_PER_SECOND;
		long made = 0;
		for (long next = System.nanoTime(); System.nanoTime() < end; next += pause) {
			for (int i = 0; i < CALLS; i++) {
				application.log().error("Payment {} failed for user {}", made, "u-77", this.exception);
				made++;
			}
			while (this.paced && System.nanoTime() < next + pause) {
				LockSupport.parkNanos(next + pause - System.nanoTime());
			}
		}
		return made;
	}

	private record Calls(long made, long nanos) {

		double nanosEach() {
			return (double) this.nanos / this.made;
		}

	}

	/**
	 * How it went.
	 *
	 * @param nanos of processor time for each call
	 * @param dropped share of the events
	 */
	record Outcome(Measured nanos, Measured dropped) {

	}

}
