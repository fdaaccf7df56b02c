package io.github.slacklogging.benchmark.startup;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Several measurements of the same.
 *
 * @param median the one in the middle
 * @param lower quartile
 * @param upper quartile
 */
record Spread(double median, double lower, double upper) {

	static <T> Spread of(Collection<T> all, ToDoubleFunction<T> figure) {
		double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
		return new Spread(at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75));
	}

	private static double at(double[] sorted, double share) {
		double place = share * (sorted.length - 1);
		int below = (int) place;
		double next = sorted[Math.min(below + 1, sorted.length - 1)];
		return sorted[below] + (place - below) * (next - sorted[below]);
	}

	static double median(double... all) {
		double[] sorted = all.clone();
		Arrays.sort(sorted);
		return at(sorted, 0.5);
	}

	/** Half the distance of the quartiles. */
	double half() {
		return (this.upper - this.lower) / 2;
	}

}
