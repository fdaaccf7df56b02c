package io.github.slacklogging.benchmark.worker;

import java.util.List;
import java.util.stream.Stream;

/**
 * Measured one by one.
 *
 * @param values from the smallest to the largest
 */
record Samples(List<Double> values) {

	Samples {
		values = values.stream().sorted().toList();
	}

	Samples and(Samples more) {
		return new Samples(Stream.concat(this.values.stream(), more.values.stream()).toList());
	}

	/** The smallest that so many percent do not exceed. */
	double percentile(double percent) {
		int place = (int) Math.ceil(percent / 100 * this.values.size());
		return this.values.get(Math.max(0, place - 1));
	}

	double max() {
		return percentile(100);
	}

}
