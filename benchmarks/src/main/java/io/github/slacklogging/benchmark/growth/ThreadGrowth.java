package io.github.slacklogging.benchmark.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Axis;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Block.Line;
import io.github.slacklogging.benchmark.page.Figure;

/** Threads that log, 1 to 32. */
final class ThreadGrowth implements Section {

	private static final int[] THREADS = { 1, 2, 4, 8, 16, 32 };

	private static final int[] FEWER_THREADS = { 1, 4, 32 };

	private static final double MAX_DROPPED = 0.0001;

	private static final String STORY = """
			All threads log an error with an exception as fast as they can, for the whole time, into the starter with its worker and a \
			Slack that takes everything; likewise with an appender that does nothing. Cost is processor time of the thread that logs, so that \
			waiting for a processor does not count. *Paced* is the same at 10,000 errors a second of all threads together.""";

	@Override
	public String name() {
		return "threads";
	}

	@Override
	public Findings measure(Effort effort) throws Exception {
		Repeated repeated = (effort == Effort.FULL) ? new Repeated(2, 5) : new Repeated(1, 3);
		List<Row> rows = new ArrayList<>();
		new ManyCallers(2, false).starter(repeated);
		for (int threads : (effort == Effort.FULL) ? THREADS : FEWER_THREADS) {
			ManyCallers callers = new ManyCallers(threads, false);
			Row row = new Row(threads, callers.starter(repeated), callers.noop(repeated),
					new ManyCallers(threads, true).starter(new Repeated(0, 2)).dropped());
			System.out.println(row);
			rows.add(row);
		}
		return new Findings(blocks(rows), goals(rows));
	}

	private static List<Block> blocks(List<Row> rows) {
		return List.of(new Block.Text("### Threads\n\n" + STORY),
				new Block.Lines("growth-threads", "What a logging call costs its thread", new Axis("threads", true),
						new Axis("ns of processor time", false),
						List.of(line("starter", rows, (row) -> row.starter().nanos()),
								line("appender that does nothing", rows, Row::noop))),
				new Block.Lines("growth-threads-dropped",
						"What is dropped, and counted, when all log as fast as they can", new Axis("threads", true),
						new Axis("% of the events", false),
						List.of(line("starter", rows, (row) -> inPercent(row.starter().dropped())))),
				new Block.Table(
						List.of("threads", "starter", "does nothing", "dropped, saturated, %", "dropped, paced, %"),
						rows.stream().map(Row::cells).toList()),
				new Block.Text(reasons()));
	}

	private static Measured inPercent(Measured share) {
		return new Measured(100 * share.mean(), 100 * share.error());
	}

	private static String reasons() {
		return "Threads share one counter and one queue, and neither has a lock: beyond the "
				+ Runtime.getRuntime().availableProcessors()
				+ " processors there were, a thread that waits for a processor disturbs nobody. The dropped share bends up with the first thread"
				+ " that the worker cannot follow: it has one processor at best, and the more threads want one, the less of it. The buffer is full"
				+ " then, and of an event that finds no room nothing is made, which is why such calls are the cheaper ones.";
	}

	private static Line line(String label, List<Row> rows, Function<Row, Measured> figure) {
		return new Line(label, rows.stream().map((row) -> figure.apply(row).at(row.threads())).toList());
	}

	private static List<Goal> goals(List<Row> rows) {
		double few = rows.get(0).starter().nanos().mean();
		double most = rows.stream().mapToDouble((row) -> row.starter().nanos().mean()).max().orElse(few);
		double dropped = rows.stream().mapToDouble((row) -> row.paced().mean()).max().orElse(0);
		return List.of(
				new Goal("A call costs with 32 threads at most three times of what it costs with one",
						Figure.hundredths(most / few) + " times at most", most <= 3 * few, ""),
				new Goal("At 10,000 errors a second nothing is dropped, however many threads log",
						Figure.hundredths(100 * dropped) + " %", dropped <= MAX_DROPPED, ""));
	}

	/**
	 * So many threads.
	 *
	 * @param threads that log
	 * @param starter with it, saturated
	 * @param noop nanoseconds with an appender that does nothing
	 * @param paced share that is dropped at a pace
	 */
	private record Row(int threads, ManyCallers.Outcome starter, Measured noop, Measured paced) {

		List<String> cells() {
			return List.of(Figure.whole(this.threads), this.starter.nanos().inTime(), this.noop.inTime(),
					Figure.hundredths(100 * this.starter.dropped().mean()), Figure.hundredths(100 * this.paced.mean()));
		}

	}

}
