package io.github.slacklogging.benchmark.structured;

import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.github.slacklogging.RunId;
import io.github.slacklogging.appender.RunSequence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the thread that logs pays for the id: a number for each event, and a string where
 * the id is printed. Goal: 20 ns and no byte more where it is not printed.
 * {@code benchmarks/run LogId -prof gc}; compare {@code numbered} true and false. On a
 * busy machine {@code -bm sample} and its p0.50 say more than the average.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogIdBenchmark {

	private final RunId run = RunId.random();

	private final LoggerContext context = new LoggerContext();

	private final Logger log = this.context.getLogger("com.acme.orders.OrderService");

	private long sequence = 1_000_000;

	/** Whether the context has a generator of numbers. */
	@Param({ "false", "true" })
	public boolean numbered;

	@Setup
	public void start() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		if (this.numbered) {
			this.context.setSequenceNumberGenerator(new RunSequence());
		}
		DeafAppender appender = new DeafAppender();
		appender.setContext(this.context);
		appender.start();
		this.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
	}

	@Benchmark
	public void event() {
		this.log.error("Payment failed");
	}

	@Benchmark
	@Threads(4)
	public void eventOfFourThreads() {
		this.log.error("Payment failed");
	}

	@Benchmark
	public String print() {
		return this.run.logId(this.sequence++);
	}

	/** Does nothing with an event that the compiler must make all the same. */
	static final class DeafAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

		@Override
		@CompilerControl(CompilerControl.Mode.DONT_INLINE)
		protected void append(ILoggingEvent event) {
			// nobody listens
		}

	}

}
