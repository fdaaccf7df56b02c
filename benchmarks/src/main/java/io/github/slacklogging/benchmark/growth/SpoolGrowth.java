package io.github.slacklogging.benchmark.growth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import io.github.slacklogging.autoconfigure.Assembled;
import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Axis;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Block.Line;
import io.github.slacklogging.benchmark.page.Block.Point;
import io.github.slacklogging.benchmark.page.Figure;
import io.github.slacklogging.pipeline.SlackPipeline;

/** What an earlier run left on disk, a kilobyte to 64 MB. */
final class SpoolGrowth implements Section {

	private static final long KILOBYTE = 1024;

	/**
	 * The last one as full as the default allows, but for what the files need besides.
	 */
	private static final long[] SIZES = { KILOBYTE, 32 * KILOBYTE, 1024 * KILOBYTE, 16 * 1024 * KILOBYTE,
			60 * 1024 * KILOBYTE };

	private static final long[] FEWER_SIZES = { SIZES[0], SIZES[2], SIZES[3] };

	private static final double MILLISECOND = 1e6;

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	/** The difference that a full spool may make to the thread that starts. */
	private static final double MAX_DELAY = 20 * MILLISECOND;

	private static final String STORY = """
			A spool is written with that much in it, then the starter is started on it. *Starting thread* is how long the thread that starts \
			the application is held up, reading the properties included; *restored* is when everything of the earlier run is back in the books; \
			*writing* is how long it takes until all of it is on disk for good.""";

	private static final String REASONS = """
			The starting thread does not touch the disk: its line is flat. Small spools cost what opening, locking and synchronising files \
			costs, whatever is in them; the lines bend up where the bytes themselves cost more, and go on in proportion to them. Up to 1 MB there \
			are more and more kinds, beyond that the same thousand with longer traces.""";

	@Override
	public String name() {
		return "spool";
	}

	@Override
	public Findings measure(Effort effort) throws Exception {
		Repeated repeated = (effort == Effort.FULL) ? new Repeated(2, 5) : new Repeated(1, 2);
		Path folder = Files.createTempDirectory("growth");
		List<Row> rows = new ArrayList<>();
		try {
			// the first is for the compiler
			row(folder.resolve("spool"), SIZES[2], repeated);
			for (long size : (effort == Effort.FULL) ? SIZES : FEWER_SIZES) {
				Row row = row(folder.resolve("spool"), size, repeated);
				System.out.println(row);
				rows.add(row);
			}
		}
		finally {
			LeftOnDisk.clear(folder);
		}
		return new Findings(blocks(rows), goals(rows));
	}

	private static Row row(Path folder, long size, Repeated repeated) throws Exception {
		LeftOnDisk left = new LeftOnDisk(folder, size);
		Measured write = repeated.measure(left::write);
		long bytes = left.bytes();
		List<Double> restored = new ArrayList<>();
		Measured start = repeated.measure(() -> {
			left.write();
			return start(folder, left.events(), restored);
		});
		double[] counted = restored.stream().skip(repeated.warmUps()).mapToDouble(Double::doubleValue).toArray();
		return new Row(bytes, left.events(), start, Measured.of(counted), write);
	}

	/** Nanoseconds of the thread that starts. */
	private static double start(Path folder, int events, List<Double> restored) {
		long begun = System.nanoTime();
		SlackPipeline pipeline = Assembled
			.of(Map.of("slack.logging.webhook-url", "http://localhost:9/services/T0/B0/nobody",
					"slack.logging.service-name", "orders", "slack.logging.spool.directory", folder.toString(),
					"slack.logging.shutdown.timeout", "0s"))
			.pipeline();
		pipeline.start();
		long started = System.nanoTime() - begun;
		try {
			while (pipeline.status().recovered() < events) {
				if (System.nanoTime() - begun > PATIENCE.toNanos()) {
					throw new IllegalStateException("Not restored: " + pipeline.status());
				}
				LockSupport.parkNanos(Duration.ofMillis(1).toNanos() / 5);
			}
			restored.add((double) (System.nanoTime() - begun));
		}
		finally {
			pipeline.close();
		}
		return started;
	}

	private static List<Block> blocks(List<Row> rows) {
		return List.of(new Block.Text("### Spool\n\n" + STORY),
				new Block.Lines("growth-spool", "A start with a full spool", new Axis("bytes on disk", true),
						new Axis("ms", true),
						List.of(line("starting thread", rows, Row::start), line("restored", rows, Row::restored),
								line("writing", rows, Row::write))),
				new Block.Table(List.of("on disk, kB", "kinds", "starting thread", "restored", "writing"),
						rows.stream().map(Row::cells).toList()),
				new Block.Text(REASONS));
	}

	private static Line line(String label, List<Row> rows, Function<Row, Measured> figure) {
		return new Line(label, rows.stream().map((row) -> {
			Measured measured = figure.apply(row);
			return new Point(row.bytes(), measured.mean() / MILLISECOND, measured.error() / MILLISECOND);
		}).toList());
	}

	private static List<Goal> goals(List<Row> rows) {
		Measured empty = rows.get(0).start();
		Row full = rows.get(rows.size() - 1);
		double delay = full.start().mean() - empty.mean();
		return List.of(new Goal("A full spool holds up the thread that starts by at most 20 ms",
				Figure.time(Math.abs(delay)) + ((delay < 0) ? " less" : " more"), delay <= MAX_DELAY,
				"restored after " + full.restored().inTime()));
	}

	/**
	 * One size.
	 *
	 * @param bytes of the files
	 * @param kinds in them
	 * @param start nanoseconds of the thread that starts
	 * @param restored nanoseconds until everything is back
	 * @param write nanoseconds
	 */
	private record Row(long bytes, int kinds, Measured start, Measured restored, Measured write) {

		List<String> cells() {
			return List.of(Figure.whole((double) this.bytes / KILOBYTE), Figure.whole(this.kinds), this.start.inTime(),
					this.restored.inTime(), this.write.inTime());
		}

	}

}
