package io.github.slacklogging.benchmark.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Axis;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Block.Line;
import io.github.slacklogging.benchmark.page.Block.Point;
import io.github.slacklogging.benchmark.page.Figure;

/** Known kinds, 10 to 100,000. */
final class KindGrowth implements Section {

	private static final int[] KINDS = { 10, 100, 1_000, 10_000, 100_000 };

	private static final int[] FEWER_KINDS = { 10, 1_000, 10_000 };

	private static final int DEFAULT_GROUPS = 1_000;

	/** More than ever come. */
	private static final int ALL_GROUPS = 200_000;

	private static final double MEGABYTE = 1024 * 1024;

	private static final String STORY = """
			Errors with a trace of thirty frames whose kinds came before, in a random order. *Folding* is what the worker does with each of \
			them: it says what it is, and counts it. *All work* is everything that the worker does at 10,000 events a second while Slack takes \
			every message at once: buffer, routes, folding, messages, status. With `grouping.max-groups` at its default of 1,000 the kinds \
			beyond that are counted as "other"; the other lines are with a limit that nothing reaches.""";

	private static final String REASONS = """
			Up to 1,000 kinds a line rises only as the processor's caches no longer hold what is looked up. It bends after that because what \
			the rules find in an error is remembered for 2,000 answers and 250,000 frames: beyond, each event is worked out like that of a new \
			kind. *All work* with all kinds remembered rises further because some questions of each round, and each message, are asked of all \
			kinds that wait. The heap follows the kinds, up to where they are remembered.""";

	@Override
	public String name() {
		return "known kinds";
	}

	@Override
	public Findings measure(Effort effort) throws Exception {
		Repeated repeated = (effort == Effort.FULL) ? new Repeated(2, 5) : new Repeated(1, 2);
		List<Row> rows = new ArrayList<>();
		for (int groups : new int[] { DEFAULT_GROUPS, ALL_GROUPS }) {
			// once more at first, for the compiler
			new KnownKindsCost(KINDS[2], groups).working(repeated);
			new KnownKindsCost(KINDS[2], groups).folding(repeated);
			for (int kinds : (effort == Effort.FULL) ? KINDS : FEWER_KINDS) {
				Row row = new Row(kinds, groups, new KnownKindsCost(kinds, groups).folding(repeated),
						new KnownKindsCost(kinds, groups).working(repeated), new KnownKindsCost(kinds, groups).held());
				System.out.println(row);
				rows.add(row);
			}
		}
		return new Findings(blocks(rows), goals(rows));
	}

	private static List<Block> blocks(List<Row> rows) {
		List<List<String>> cells = rows.stream()
			.map((row) -> List.of(Figure.whole(row.kinds()), remembered(row), row.fold().inTime(), row.work().inTime(),
					Figure.hundredths(row.held() / MEGABYTE)))
			.toList();
		return List.of(new Block.Text("### Known kinds\n\n" + STORY), new Block.Lines("growth-kinds",
				"What an event of a known kind costs the worker", new Axis("kinds", true),
				new Axis("ns per event", true),
				List.of(line("folding, 1,000 remembered", rows, DEFAULT_GROUPS, (row) -> row.fold().at(row.kinds())),
						line("folding, all remembered", rows, ALL_GROUPS, (row) -> row.fold().at(row.kinds())),
						line("all work, 1,000 remembered", rows, DEFAULT_GROUPS, (row) -> row.work().at(row.kinds())),
						line("all work, all remembered", rows, ALL_GROUPS, (row) -> row.work().at(row.kinds())))),
				new Block.Lines("growth-kinds-heap", "Heap held", new Axis("kinds", true), new Axis("MB", true),
						List.of(line("1,000 remembered", rows, DEFAULT_GROUPS, KindGrowth::heap),
								line("all remembered", rows, ALL_GROUPS, KindGrowth::heap))),
				new Block.Table(List.of("kinds", "remembered", "folding", "all work", "heap, MB"), cells),
				new Block.Text(REASONS));
	}

	private static Point heap(Row row) {
		return new Point(row.kinds(), row.held() / MEGABYTE, 0);
	}

	private static String remembered(Row row) {
		return (row.kinds() <= row.groups()) ? "all" : Figure.whole(row.groups());
	}

	private static Line line(String label, List<Row> rows, int groups, Function<Row, Point> point) {
		return new Line(label, rows.stream().filter((row) -> row.groups() == groups).map(point).toList());
	}

	private static List<Goal> goals(List<Row> rows) {
		Row few = row(rows, KINDS[0]);
		Row many = row(rows, DEFAULT_GROUPS);
		double ratio = many.fold().mean() / few.fold().mean();
		return List.of(new Goal("Folding costs at 1,000 known kinds at most twice of what it costs at 10",
				Figure.hundredths(ratio) + " times", ratio <= 2, ""));
	}

	private static Row row(List<Row> rows, int kinds) {
		return rows.stream().filter((row) -> row.kinds() == kinds).findFirst().orElseThrow();
	}

	/**
	 * One figure each.
	 *
	 * @param kinds that came
	 * @param groups how many are remembered
	 * @param fold nanoseconds to fold one event
	 * @param work nanoseconds of all work, per event
	 * @param held bytes of heap
	 */
	private record Row(int kinds, int groups, Measured fold, Measured work, long held) {

	}

}
