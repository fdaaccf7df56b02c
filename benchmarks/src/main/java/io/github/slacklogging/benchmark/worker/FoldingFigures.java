package io.github.slacklogging.benchmark.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Figure;
import io.github.slacklogging.benchmark.worker.Speeds.Speed;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Events folded on one core.
 *
 * @param rows by what is known of the kinds, and then by the shape of the events
 */
record FoldingFigures(List<Row> rows) {

	private static final double GOAL = 1e6;

	static FoldingFigures measure(Effort effort) throws RunnerException {
		List<String> all = Arrays.stream(Shape.values()).map(Shape::name).toList();
		List<Row> rows = new ArrayList<>();
		if (effort == Effort.FULL) {
			measure(effort, rows, "known kinds", "known", all);
			measure(effort, rows, "known kinds, in a storm", "knownInStorm", List.of(Shape.PLAIN.name()));
			measure(effort, rows, "new kinds", "unknown", all);
		}
		else {
			measure(effort, rows, "known kinds", "known", List.of(Shape.PLAIN.name(), Shape.THROWABLE.name()));
			measure(effort, rows, "new kinds", "unknown", List.of(Shape.PLAIN.name()));
		}
		return new FoldingFigures(rows);
	}

	private static void measure(Effort effort, List<Row> rows, String state, String method, List<String> shapes)
			throws RunnerException {
		for (Speed speed : new Speeds(effort).of(FoldingBenchmark.class, method, "shape", shapes)) {
			rows.add(new Row(state, Shape.valueOf(speed.name()), speed));
		}
	}

	List<Block> blocks() {
		List<List<String>> cells = new ArrayList<>();
		List<Block.Bar> bars = new ArrayList<>();
		for (Row row : this.rows) {
			Speed speed = row.speed();
			cells.add(List.of(row.state() + ", " + row.shape().words(), Figure.whole(speed.perSecond(), speed.error()),
					Figure.time(1e9 / speed.perSecond()), Figure.whole(speed.bytes())));
			bars.add(new Block.Bar(row.state(), row.shape().words(), speed.perSecond(), speed.error()));
		}
		return List.of(
				new Block.Text(
						"""
								### Folding

								%,d events at a time are taken out of the buffer, routed, told apart and counted, by one thread and \
								with everything a round of the worker does around it. %,d kinds take turns; the clock stands still, \
								so that nothing is composed meanwhile. The bytes are those that are allocated for an event."""
							.formatted(FoldingBenchmark.EVENTS, FoldingBenchmark.KINDS)),
				new Block.Table(List.of("Events", "events/s on one core", "an event", "B an event"), cells),
				new Block.Bars("worker-folding", "Events folded on one core", "events a second", true, bars));
	}

	Block.Goal goal() {
		Speed plain = speed(Shape.PLAIN);
		Speed thrown = speed(Shape.THROWABLE);
		String also = "with a throwable of 40 frames " + Figure.whole(thrown.perSecond(), thrown.error())
				+ ": all of its frames are compared with those that are known";
		return new Block.Goal("≥ 1,000,000 known events/s folded on one core",
				Figure.whole(plain.perSecond(), plain.error()) + " events/s", plain.perSecond() >= GOAL,
				(plain.perSecond() >= GOAL) ? also
						: "%.0f %% short of it; ".formatted(100 - 100 * plain.perSecond() / GOAL) + also);
	}

	private Speed speed(Shape shape) {
		return this.rows.stream().filter((row) -> row.shape() == shape).findFirst().orElseThrow().speed();
	}

	/**
	 * One figure.
	 *
	 * @param state of the kinds
	 * @param shape of the events
	 * @param speed events a second
	 */
	record Row(String state, Shape shape, Speed speed) {

	}

}
