package io.github.slacklogging.benchmark.growth;

import io.github.slacklogging.benchmark.page.Block.Point;
import io.github.slacklogging.benchmark.page.Figure;

/**
 * A mean of several runs, with what is known of its error.
 *
 * @param mean of the runs
 * @param error half the 95 % confidence interval of the mean, 0 for a single run
 */
record Measured(double mean, double error) {

	/** Student's t for 95 % and one to nine degrees of freedom. */
	private static final double[] STUDENT = { 12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26 };

	/** Of so many runs. */
	static Measured of(double[] runs) {
		double sum = 0;
		for (double run : runs) {
			sum += run;
		}
		double mean = sum / runs.length;
		double squares = 0;
		for (double run : runs) {
			squares += (run - mean) * (run - mean);
		}
		int freedom = runs.length - 1;
		double error = (freedom == 0) ? 0
				: STUDENT[Math.min(freedom, STUDENT.length) - 1] * Math.sqrt(squares / freedom / runs.length);
		return new Measured(mean, error);
	}

	Point at(double x) {
		return new Point(x, this.mean, this.error);
	}

	/** {@code 1.23 µs ± 4 %}. */
	String inTime() {
		return Figure.time(this.mean) + inPercent();
	}

	/** {@code 1,234 ± 4 %}. */
	String inWhole() {
		return Figure.whole(this.mean) + inPercent();
	}

	private String inPercent() {
		return (this.error == 0 || this.mean == 0) ? "" : " ± " + Figure.whole(100 * this.error / this.mean) + " %";
	}

}
