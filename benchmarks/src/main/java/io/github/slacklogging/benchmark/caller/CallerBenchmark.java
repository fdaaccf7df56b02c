package io.github.slacklogging.benchmark.caller;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * One logging call, seen from the thread that logs. Only the calls are timed, not the
 * rest between bursts of them. The number of calls in a burst depends on the load: who
 * runs this by hand gives it to JMH with {@code -opi}, unless it is 20.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(20)
public class CallerBenchmark {

	@Param("NOOP")
	public Entrant entrant = Entrant.NOOP;

	@Param("SATURATED")
	public Load load = Load.SATURATED;

	private final Queue<Caller> callers = new ConcurrentLinkedQueue<>();

	private Application application = new Application(Entrant.NOOP::ready);

	private Account account = new Account(this.application.contender());

	@Setup
	public void open(BenchmarkParams params) {
		boolean errorsOnly = params.getBenchmark().endsWith("belowThreshold");
		this.application = new Application((context) -> errorsOnly ? this.entrant.readyForErrors(context)
				: this.entrant.ready(context, this.load == Load.STUCK));
		this.account = new Account(this.application.contender());
		if (this.load == Load.STUCK) {
			fill();
		}
	}

	private void fill() {
		Request request = new Request();
		for (int i = 0; i < 2 * QueueContender.CAPACITY; i++) {
			request.plain(this.application.log());
		}
	}

	@Setup(Level.Iteration)
	public void begin(IterationParams params) {
		if (params.getType() == IterationType.MEASUREMENT) {
			this.account.open(this.callers);
		}
	}

	@TearDown
	public void close() {
		Sheet.ofThisRun().write(this.account.close(this.callers));
		this.application.close();
	}

	@Benchmark
	public void plain(Caller caller) {
		for (int i = 0; i < caller.burst; i++) {
			caller.request.plain(caller.log);
		}
	}

	@Benchmark
	public void throwable(Caller caller) {
		for (int i = 0; i < caller.burst; i++) {
			caller.request.throwable(caller.log);
		}
	}

	@Benchmark
	public void belowThreshold(Caller caller) {
		for (int i = 0; i < caller.burst; i++) {
			caller.request.belowThreshold(caller.log);
		}
	}

	/** A thread that logs. */
	@State(Scope.Thread)
	public static class Caller {

		/** At first faster than later: the compiler is to see enough calls. */
		private static final long UNPACED = 30_000;

		/** But no faster than queues are emptied: it is to see accepted events. */
		private static final long UNPACED_AT_ONCE = 1_000;

		private static final long UNPACED_PAUSE_NANOS = 21_000_000;

		private final Request request = new Request();

		private Logger log = new Application(Entrant.NOOP::ready).log();

		private Pace pace = new Pace(Load.SATURATED, 1, 0, () -> true);

		private int burst = Load.SATURATED.burst();

		private boolean paced;

		private boolean fitting;

		private boolean measured;

		/** Written by this thread; read by others when it rests. */
		private long logged;

		private long threadId;

		@Setup
		public void enter(CallerBenchmark benchmark, ThreadParams params) {
			this.log = benchmark.application.log();
			this.burst = benchmark.load.burst();
			this.paced = benchmark.load == Load.PACED;
			this.fitting = benchmark.load == Load.FITTING;
			this.threadId = Thread.currentThread().getId();
			this.pace = new Pace(benchmark.load, params.getThreadCount(), params.getThreadIndex(),
					() -> benchmark.account.isSettled(this.logged));
			benchmark.application.enterRequest();
			benchmark.callers.add(this);
			if (benchmark.load == Load.SILENT) {
				warmUp();
			}
		}

		private void warmUp() {
			for (int i = 0; i < UNPACED; i++) {
				this.request.plain(this.log);
			}
			this.logged += UNPACED;
		}

		@Setup(Level.Iteration)
		public void begin(IterationParams params) {
			this.measured = params.getType() == IterationType.MEASUREMENT;
		}

		@Setup(Level.Invocation)
		public void rest() {
			if (this.measured || this.fitting || this.logged > UNPACED) {
				this.pace.rest();
			}
			else if (this.paced && this.logged % UNPACED_AT_ONCE == 0) {
				LockSupport.parkNanos(UNPACED_PAUSE_NANOS);
			}
		}

		@TearDown(Level.Invocation)
		public void count() {
			this.logged += this.burst;
		}

		long logged() {
			return this.logged;
		}

		long threadId() {
			return this.threadId;
		}

	}

}
