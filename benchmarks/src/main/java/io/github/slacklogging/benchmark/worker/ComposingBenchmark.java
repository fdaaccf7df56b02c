package io.github.slacklogging.benchmark.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.autoconfigure.StillPipeline;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.pipeline.BareWorker;
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
 * Messages that one core masks and composes in a second, up to the blocks that are sent.
 * Several batches take turns, so that no text is masked twice in a row.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComposingBenchmark {

	private static final int BATCHES = 64;

	private static final int MANY_KINDS = 12;

	private static final String DESTINATION = "default";

	@Param({ "THROWABLE", "DIRTY" })
	public Shape shape = Shape.THROWABLE;

	@Param
	public What what = What.SINGLE;

	private final List<GroupBatch> batches = new ArrayList<>();

	private BareWorker.Teller teller = (batch, now) -> {
		throw new IllegalStateException("not set up");
	};

	private StillPipeline pipeline = new StillPipeline(false);

	private int next;

	@Setup
	public void gather() {
		int kinds = (this.what == What.BATCH) ? MANY_KINDS : 1;
		List<LogEvent> events = Errors.of(this.shape, BATCHES * kinds, BATCHES * kinds);
		for (int i = 0; i < BATCHES; i++) {
			this.pipeline = new StillPipeline(false);
			for (LogEvent event : events.subList(i * kinds, (i + 1) * kinds)) {
				this.pipeline.parts().grouping().fold(event, List.of(DESTINATION), this.pipeline.now());
			}
			this.pipeline.pass(Duration.ofSeconds(2));
			this.batches.add(this.pipeline.parts().grouping().take(DESTINATION, this.pipeline.now()).orElseThrow());
		}
		this.teller = (this.what == What.TRACE) ? BareWorker.tracer(this.pipeline.parts())
				: BareWorker.teller(this.pipeline.parts());
	}

	@Benchmark
	public Object composed() {
		this.next = (this.next + 1) % BATCHES;
		return this.teller.call(this.batches.get(this.next), this.pipeline.now());
	}

	/** What is told. */
	public enum What {

		/** The first message of one kind. */
		SINGLE("one kind"),

		/** One message of many kinds, more than it has room for. */
		BATCH("12 kinds"),

		/** The full trace, as it follows in the thread. */
		TRACE("full trace for the thread");

		private final String words;

		What(String words) {
			this.words = words;
		}

		String words() {
			return this.words;
		}

	}

}
