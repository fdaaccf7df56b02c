package io.github.slacklogging.benchmark;

import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Logger;
import io.github.slacklogging.autoconfigure.SwallowingSinks;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One logging call with one way out and with both, in bursts that the buffers hold; the
 * workers run, what they send is swallowed, and before each burst they have emptied their
 * buffers. Goal: both cost less than 1.3 times what one costs.
 * {@code benchmarks/run BothSinks} runs it; of each the median counts, p(50.0000), as
 * bursts that meet a worker or a busy machine make the average.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 200)
@Measurement(iterations = 400)
@OperationsPerInvocation(BothSinksBenchmark.CALLS)
public class BothSinksBenchmark {

	static final int CALLS = 2_000;

	/** Which of them take part. */
	@Param({ "slack", "opensearch", "both" })
	public String sinks = "both";

	private final SwallowingSinks ways = new SwallowingSinks();

	private Application application = Application.withNoopAppender(false);

	private Logger log = this.application.log;

	private long calls;

	private final Exception exception = Application.exception();

	private final Integer id = 123_456;

	private final String user = "u-77";

	@Setup
	public void connect() {
		this.application = Application.with(
				this.ways.outlets(!this.sinks.equals("opensearch"), !this.sinks.equals("slack")), this.ways.appender());
		this.log = this.application.log;
	}

	@Setup(Level.Iteration)
	public void enter() {
		this.application.enterRequest();
	}

	@Setup(Level.Invocation)
	public void await() {
		this.ways.await(this.sinks.equals("opensearch") ? 0 : this.calls, this.sinks.equals("slack") ? 0 : this.calls);
	}

	@TearDown(Level.Invocation)
	public void count() {
		this.calls += CALLS;
	}

	@TearDown
	public void stop() {
		await();
		System.out.println("# " + this.ways.books());
		this.ways.close();
	}

	@Benchmark
	public void plain() {
		for (int i = 0; i < CALLS; i++) {
			this.log.error("Payment {} failed for user {}", this.id, this.user);
		}
	}

	@Benchmark
	public void throwable() {
		for (int i = 0; i < CALLS; i++) {
			this.log.error("Payment {} failed for user {}", this.id, this.user, this.exception);
		}
	}

}
