package io.github.slacklogging.benchmark.caller;

import java.util.function.ToDoubleFunction;

import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Figure;

/**
 * Two figures of one run.
 *
 * @param first the one that is looked at
 * @param second what it is compared with
 */
record Difference(Reading first, Reading second) {

	double nanos() {
		return of(Reading::nanos);
	}

	/** Half the interval of confidence of the difference, as the two are independent. */
	double error() {
		return Math.hypot(this.first.error(), this.second.error());
	}

	double ratio() {
		return this.first.nanos() / this.second.nanos();
	}

	double of(ToDoubleFunction<Reading> figure) {
		return figure.applyAsDouble(this.first) - figure.applyAsDouble(this.second);
	}

	String inWords() {
		return Figure.difference(nanos()) + " ± " + Figure.whole(error()) + " ns";
	}

	/**
	 * Met when the difference is no larger.
	 * @param what is aimed at
	 * @param limit in nanoseconds
	 * @param remark what makes it so large
	 */
	Goal goal(String what, double limit, String remark) {
		boolean met = nanos() <= limit;
		String excess = met ? "" : Figure.whole(nanos() - limit) + " ns too much. ";
		return new Goal(what, inWords(), met, excess + remark);
	}

}
