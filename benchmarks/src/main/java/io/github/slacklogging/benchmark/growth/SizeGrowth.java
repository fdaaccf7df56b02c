package io.github.slacklogging.benchmark.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Axis;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Block.Line;
import io.github.slacklogging.benchmark.page.Block.Point;
import io.github.slacklogging.benchmark.page.Figure;

/** Size of an event, 100 characters to a million. */
final class SizeGrowth implements Section {

	private static final int[] SIZES = { 100, 1_000, 10_000, 100_000, 1_000_000 };

	private static final double MICROSECOND = 1e3;

	private static final long MAX_HELD = 1024 * 1024;

	private static final double MAX_FOLD_NANOS = 1e6;

	private static final double MAX_COMPOSE_NANOS = 50e6;

	private static final String STORY = """
			A message of that many characters, and an exception whose printed trace has that many: above 1,024 frames, which the JVM fills in \
			by default, it has causes. *Logging call* is what the caller pays with the starter, beside an appender that only asks for the \
			formatted message; *folding* is what the worker does with a known kind; *masking and composing* is one whole Slack message.""";

	private static final String REASONS = """
			**Messages.** Logback puts the whole text together for the first appender that asks for it, so both calls rise with it for as long \
			as it grows. What the starter keeps is cut at 65,536 characters: there the buffer's line ends. Masking, composing and what a kind \
			holds end at 4,000 characters, as Slack shows no more.

			**Traces.** Logback wraps each frame of the throwable while it makes the event, whoever takes it, so both calls rise together. The \
			worker looks at the frames of the innermost cause first and only as far as it needs to know the kind. A kind keeps 128 frames of \
			each of eight causes, so what is held, masked and composed stops growing at about a thousand frames.""";

	@Override
	public String name() {
		return "size of an event";
	}

	@Override
	public Findings measure(Effort effort) throws Exception {
		Repeated repeated = (effort == Effort.FULL) ? new Repeated(10, 10) : new Repeated(2, 2);
		List<Row> messages = rows(SizedCall::withMessage, repeated);
		List<Row> traces = rows(SizedCall::withTrace, repeated);
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Block.Text("### Size of an event\n\n" + STORY));
		blocks.addAll(blocks("message", messages));
		blocks.addAll(blocks("trace", traces));
		blocks.add(held(messages, traces));
		blocks.add(new Block.Text(REASONS));
		return new Findings(blocks, goals(messages, traces));
	}

	private static List<Row> rows(IntFunction<SizedCall> call, Repeated repeated) throws Exception {
		List<Row> rows = new ArrayList<>();
		// the first is for the compiler
		Row.of(SIZES[1], call.apply(SIZES[1]), repeated);
		for (int size : SIZES) {
			Row row = Row.of(size, call.apply(size), repeated);
			System.out.println(row);
			rows.add(row);
		}
		return rows;
	}

	private static List<Block> blocks(String what, List<Row> rows) {
		return List.of(
				new Block.Lines("growth-" + what, "What a long " + what + " costs",
						new Axis("characters of the " + what, true), new Axis("µs", true),
						List.of(line("logging call", rows, Row::caller),
								line("logging call, appender that only asks for the text", rows, Row::noop),
								line("folding", rows, Row::fold), line("masking and composing", rows, Row::compose))),
				new Block.Table(
						List.of("characters of the " + what, "logging call", "text alone", "folding",
								"masking and composing", "in the buffer, B", "held by a kind, B"),
						rows.stream().map(Row::cells).toList()));
	}

	private static Block held(List<Row> messages, List<Row> traces) {
		return new Block.Lines("growth-size-held", "What is held", new Axis("characters", true),
				new Axis("bytes", true),
				List.of(bytes("message, in the buffer", messages, Row::buffer),
						bytes("message, by a kind", messages, Row::held),
						bytes("trace, in the buffer", traces, Row::buffer),
						bytes("trace, by a kind", traces, Row::held)));
	}

	private static Line line(String label, List<Row> rows, Function<Row, Measured> figure) {
		return new Line(label, rows.stream().map((row) -> {
			Measured measured = figure.apply(row);
			return new Point(row.size(), measured.mean() / MICROSECOND, measured.error() / MICROSECOND);
		}).toList());
	}

	private static Line bytes(String label, List<Row> rows, Function<Row, Double> figure) {
		return new Line(label, rows.stream().map((row) -> new Point(row.size(), figure.apply(row), 0)).toList());
	}

	private static List<Goal> goals(List<Row> messages, List<Row> traces) {
		Row longest = messages.get(messages.size() - 1);
		Row deepest = traces.get(traces.size() - 1);
		double most = Math.max(longest.held(), deepest.held());
		double folding = longest.fold().mean();
		double masking = deepest.compose().mean();
		return List.of(new Goal("A kind holds at most 1 MB, however much is logged", Figure
			.whole(most) + " B", most <= MAX_HELD, ""), new Goal(
					"A known kind is folded within 1 ms, and a message composed within 50 ms, however much is logged",
					Figure.time(Math.max(folding, deepest.fold().mean())) + " and "
							+ Figure.time(Math.max(masking, longest.compose().mean())),
					Math.max(folding, deepest.fold().mean()) <= MAX_FOLD_NANOS
							&& Math.max(masking, longest.compose().mean()) <= MAX_COMPOSE_NANOS,
					""));
	}

	/**
	 * One size.
	 *
	 * @param size in characters
	 * @param caller nanoseconds of the call
	 * @param noop nanoseconds of the call with an appender that does nothing
	 * @param fold nanoseconds
	 * @param compose nanoseconds
	 * @param buffer bytes that the buffer counts
	 * @param held bytes that a waiting kind holds
	 */
	private record Row(int size, Measured caller, Measured noop, Measured fold, Measured compose, double buffer,
			double held) {

		static Row of(int size, SizedCall call, Repeated repeated) throws Exception {
			SizeCost cost = new SizeCost(call, repeated);
			return new Row(size, cost.caller(), cost.noop(), cost.fold(), cost.compose(), cost.bufferBytes(),
					cost.heldBytes());
		}

		List<String> cells() {
			return List.of(Figure.whole(this.size), this.caller.inTime(), this.noop.inTime(), this.fold.inTime(),
					this.compose.inTime(), Figure.whole(this.buffer), Figure.whole(this.held));
		}

	}

}
