package io.github.slacklogging.benchmark.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Figure;

/**
 * Tells what was found.
 *
 * @param compared all of it
 * @param jars what the starter brings
 * @param loaded classes that the thread of the first error loads because of the starter
 * @param plan what was asked for
 */
record StartupChapter(List<Comparison> compared, JarWeight jars, Set<String> loaded, Plan plan) {

	private static final double MAX_SHARE = 0.03;

	private static final double MAX_MILLIS = 60;

	private static final double MAX_HEAP = 3e6;

	private static final double MAX_JARS = 2e6;

	private static final int MAX_NAMED = 12;

	List<Block> blocks() {
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Block.Text(introduction()));
		blocks.add(startTable());
		blocks.add(bars());
		blocks.add(new Block.Text("When all is quiet, before the first event, the starter adds:"));
		blocks.add(settledTable());
		blocks.add(new Block.Text("To a class path that holds nothing but Boot's own starter it adds:"));
		blocks.add(this.jars.table());
		blocks.add(new Block.Text(firstError()));
		blocks.add(new Block.Goals(goals()));
		return blocks;
	}

	private String introduction() {
		String jdks = this.plan.jdks().stream().map((jdk) -> "" + jdk.feature()).collect(Collectors.joining(" and "));
		String missing = (this.plan.jdks().stream().anyMatch((jdk) -> jdk.feature() >= 25)) ? ""
				: " Java 25 was not there, or not asked for.";
		return "The same application was started with and without the starter in turn, in a JVM of its own each time, "
				+ "from the same jars on the class path (not packed into one), on Java " + jdks + "." + missing
				+ unprepared()
				+ " The starter has a webhook at which nobody listens, and no event. The time runs from the start of the "
				+ "process until `SpringApplication.run` has returned. Figures are medians ± half the distance of the "
				+ "quartiles; what the starter adds and the ratio are taken pair by pair, so that they may differ from "
				+ "the difference of the medians. Where the actuator is told of, it is there on both sides.";
	}

	private String unprepared() {
		String jdks = this.plan.withoutPrepared()
			.stream()
			.map((jdk) -> "" + jdk.feature())
			.collect(Collectors.joining(" and "));
		return jdks.isEmpty() ? ""
				: " There was not enough time to measure applications that are prepared (AOT, archives of classes) on Java "
						+ jdks + ".";
	}

	private Block.Table startTable() {
		List<List<String>> rows = new ArrayList<>();
		for (Comparison each : this.compared) {
			Spread with = each.with(Sample::millis);
			Spread without = each.without(Sample::millis);
			Spread added = each.added(Sample::millis);
			Spread ratio = each.ratio(Sample::millis);
			rows.add(List.of(each.cell().title() + ", " + each.cell().on(), "" + each.runs(),
					Figure.whole(without.median(), without.half()), Figure.whole(with.median(), with.half()),
					Figure.whole(added.median(), added.half()), Figure.hundredths(ratio.median(), ratio.half()),
					Figure.difference(each.added(Sample::processorMillis).median())));
		}
		return new Block.Table(List.of("application", "pairs", "without, ms", "with, ms", "added, ms", "ratio",
				"added processor time, ms"), rows);
	}

	private Block.Bars bars() {
		List<Block.Bar> bars = new ArrayList<>();
		for (Comparison each : this.compared) {
			String group = each.cell().title() + ", " + each.cell().on();
			Spread with = each.with(Sample::millis);
			Spread without = each.without(Sample::millis);
			bars.add(new Block.Bar(group, "without", without.median(), without.half()));
			bars.add(new Block.Bar(group, "with the starter", with.median(), with.half()));
		}
		return new Block.Bars("startup", "Start of an application", "ms until it has started", false, bars);
	}

	private Block.Table settledTable() {
		List<List<String>> rows = new ArrayList<>();
		for (Comparison each : settled()) {
			rows.add(List.of(each.cell().title() + ", " + each.cell().on(),
					Figure.difference(each.addedWhenSettled(Sample.Settled::classes)),
					Figure.hundredths(each.addedWhenSettled(Sample.Settled::heap) / 1e6),
					each.addedThreads().isEmpty() ? "none" : String.join(", ", each.addedThreads())));
		}
		return new Block.Table(List.of("application", "classes", "heap, MB", "threads"), rows);
	}

	private List<Comparison> settled() {
		return this.compared.stream().filter(Comparison::isSettled).toList();
	}

	private String firstError() {
		if (this.loaded.isEmpty()) {
			return "The thread that logs the first error loads no class because of the starter.";
		}
		String named = this.loaded.stream()
			.limit(MAX_NAMED)
			.map((name) -> "`" + name + "`")
			.collect(Collectors.joining(", "));
		String more = (this.loaded.size() > MAX_NAMED) ? " and " + (this.loaded.size() - MAX_NAMED) + " more" : "";
		return "Because of the starter the thread that logs the first error loads " + named + more + ".";
	}

	private List<Goal> goals() {
		List<Comparison> judged = this.compared.stream().filter((each) -> each.cell().isJudged()).toList();
		List<Goal> goals = new ArrayList<>();
		for (Comparison each : judged) {
			goals.add(start(each));
		}
		double heap = worst(judged, Sample.Settled::heap);
		goals.add(new Goal("heap: at most 3 MB", Figure.hundredths(heap / 1e6) + " MB", heap <= MAX_HEAP,
				"after two collections; the largest of " + judged.size() + ". In one that has nothing but Boot, "
						+ Figure.hundredths(this.jars.index() / 1e6)
						+ " MB of it are the directories of the jars, which the JVM keeps."));
		long threads = judged.stream().mapToLong((each) -> each.addedThreads().size()).max().orElse(0);
		goals.add(new Goal("threads before the first event: at most 1", Figure.whole(threads), threads <= 1, ""));
		goals.add(new Goal("jars beyond Spring's own: at most 2 MB",
				Figure.hundredths(this.jars.beyondSpring() / 1e6) + " MB", this.jars.beyondSpring() <= MAX_JARS,
				Figure.hundredths(this.jars.ours() / 1e6) + " MB are ours, the rest libraries. Spring's own among what "
						+ "comes along: " + Figure.hundredths(this.jars.springs() / 1e6) + " MB"));
		goals.add(new Goal("classes loaded by the thread of the first error: none", Figure.whole(this.loaded.size()),
				this.loaded.isEmpty(), "beyond those that it loads without the starter"));
		return goals;
	}

	private static double worst(List<Comparison> judged, ToDoubleFunction<Sample.Settled> figure) {
		return judged.stream()
			.filter(Comparison::isSettled)
			.mapToDouble((each) -> each.addedWhenSettled(figure))
			.max()
			.orElse(0);
	}

	private Goal start(Comparison each) {
		Spread added = each.added(Sample::millis);
		double bound = Math.max(MAX_MILLIS, MAX_SHARE * each.without(Sample::millis).median());
		boolean met = added.median() <= bound;
		return new Goal("start of " + each.cell().title() + " on " + each.cell().on() + ": at most 3 % or 60 ms more",
				Figure.whole(added.median(), added.half()) + " ms, "
						+ Figure.hundredths(100 * (each.ratio(Sample::millis).median() - 1)) + " %",
				met, met ? "" : Figure.whole(added.median() - bound) + " ms too much. " + reason(each.cell()));
	}

	/** An archive of all classes tells how much of it they are. */
	private String reason(Cell cell) {
		return this.compared.stream()
			.filter((each) -> each.cell().equals(cell.in(Mode.CACHE)))
			.findFirst()
			.map((each) -> each.added(Sample::millis))
			.map((added) -> "Where the JVM has all classes in an archive (" + cell.in(Mode.CACHE).on() + ") it is "
					+ Figure.whole(added.median(), added.half())
					+ " ms: what is above that is what such an archive saves.")
			.orElse("");
	}

}
