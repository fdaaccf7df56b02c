package io.github.slacklogging.benchmark.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Starts with and without the starter, one after the other. The n-th of both were started
 * side by side, so they are compared by pairs. Not thread-safe.
 */
final class Comparison {

	private final Cell cell;

	private final List<Sample> with = new ArrayList<>();

	private final List<Sample> without = new ArrayList<>();

	Comparison(Cell cell) {
		this.cell = cell;
	}

	Cell cell() {
		return this.cell;
	}

	void add(boolean starter, Sample sample) {
		(starter ? this.with : this.without).add(sample);
	}

	int runs() {
		return Math.min(this.with.size(), this.without.size());
	}

	Spread with(ToDoubleFunction<Sample> figure) {
		return Spread.of(this.with, figure);
	}

	Spread without(ToDoubleFunction<Sample> figure) {
		return Spread.of(this.without, figure);
	}

	/** What the starter adds, pair by pair. */
	Spread added(ToDoubleFunction<Sample> figure) {
		return Spread.of(pairs(),
				(i) -> figure.applyAsDouble(this.with.get(i)) - figure.applyAsDouble(this.without.get(i)));
	}

	/** How many times as much it is with the starter, pair by pair. */
	Spread ratio(ToDoubleFunction<Sample> figure) {
		return Spread.of(pairs(),
				(i) -> figure.applyAsDouble(this.with.get(i)) / figure.applyAsDouble(this.without.get(i)));
	}

	private List<Integer> pairs() {
		return IntStream.range(0, runs()).boxed().toList();
	}

	boolean isSettled() {
		return !settled(this.with).isEmpty() && !settled(this.without).isEmpty();
	}

	/** What the starter adds to what is there when all is quiet. */
	double addedWhenSettled(ToDoubleFunction<Sample.Settled> figure) {
		return Spread.of(settled(this.with), figure).median() - Spread.of(settled(this.without), figure).median();
	}

	/** Threads that were seen with the starter and never without. */
	Set<String> addedThreads() {
		Set<String> added = new TreeSet<>();
		settled(this.with).forEach((each) -> added.addAll(each.threads()));
		settled(this.without).forEach((each) -> added.removeAll(each.threads()));
		added.removeIf((name) -> !name.startsWith("slack-logging"));
		return added;
	}

	private static List<Sample.Settled> settled(List<Sample> samples) {
		return samples.stream().map(Sample::settled).filter(Objects::nonNull).toList();
	}

}
