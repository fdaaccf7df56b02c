package io.github.slacklogging.benchmark;

import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Logger;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One logging call, seen from the thread that logs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallerBenchmark {

	/**
	 * {@code noop}, {@code slack}, or {@code slack+caller}, which finds the frame too.
	 */
	@Param({ "noop", "slack", "slack+caller" })
	public String appender = "noop";

	/** {@code drained} by a worker, or {@code full} because nobody drains it. */
	@Param("drained")
	public String buffer = "drained";

	private final BufferIntake intake = new BufferIntake();

	private Application application = Application.withNoopAppender(false);

	private Logger log = this.application.log;

	private final Exception exception = Application.exception();

	@Setup
	public void start() {
		if (this.appender.startsWith("slack")) {
			connect();
		}
		else {
			this.application = Application.withNoopAppender(this.appender.equals("format"));
			this.log = this.application.log;
		}
	}

	private void connect() {
		CallerLocation location = this.appender.endsWith("caller") ? CallerLocation.AUTO : CallerLocation.NEVER;
		this.application = Application.withSlackAppender(this.intake, location);
		this.log = this.application.log;
		if (this.buffer.equals("drained")) {
			this.intake.drain();
		}
		else {
			for (int i = 0; i < 10_000; i++) {
				this.log.error("fill");
			}
		}
	}

	@TearDown
	public void stop() {
		this.intake.close();
		System.out.println("# had room: " + this.intake.takenShare());
	}

	@Benchmark
	public void belowLevel(Request request) {
		this.log.info("Payment {} for user {}", request.id, request.user);
	}

	@Benchmark
	public void plain(Request request) {
		this.log.error("Payment {} failed for user {}", request.id, request.user);
	}

	@Benchmark
	public void throwable(Request request) {
		this.log.error("Payment {} failed for user {}", request.id, request.user, this.exception);
	}

	/** What each thread that logs has of its own. */
	@State(Scope.Thread)
	public static class Request {

		final Integer id = 123_456;

		final String user = "u-77";

		@Setup(Level.Trial)
		public void enter(CallerBenchmark benchmark) {
			benchmark.application.enterRequest();
		}

	}

}
