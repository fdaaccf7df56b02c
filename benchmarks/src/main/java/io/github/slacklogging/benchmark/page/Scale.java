package io.github.slacklogging.benchmark.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where a value lies on an axis, and where its marks are. Immutable.
 *
 * @param logarithmic whether each step is ten times the one before
 * @param from value at the beginning
 * @param to value at the end
 * @param begin of the axis in pixels
 * @param end of the axis in pixels, less than the beginning where it goes up
 */
record Scale(boolean logarithmic, double from, double to, double begin, double end) {

	private static final double FEW_DECADES = 2.5;

	private static final int MAX_DECADES = 8;

	/** As many marks as a reader wants on a straight axis. */
	private static final int MARKS = 5;

	/**
	 * That all these fit on.
	 * @param logarithmic whether each step is ten times the one before; what is not above
	 * zero lies at its beginning
	 * @param values to be shown; none of them need be finite
	 * @param lengths whether the values are lengths: a straight axis begins at zero, and
	 * a logarithmic one at a power of ten that none of them begins at
	 * @param begin in pixels
	 * @param end in pixels
	 */
	static Scale over(boolean logarithmic, DoubleStream values, boolean lengths, double begin, double end) {
		double[] shown = values.filter((value) -> Double.isFinite(value) && (!logarithmic || value > 0)).toArray();
		double least = DoubleStream.of(shown).min().orElse(1);
		double most = DoubleStream.of(shown).max().orElse(1);
		if (logarithmic) {
			return decades(lengths ? Math.pow(10, Math.floor(Math.log10(least * 0.8))) : round(least * 0.95, true),
					most, begin, end);
		}
		return straight(lengths ? Math.min(0, least) : least, lengths ? Math.max(0, most) : most, begin, end);
	}

	private static Scale decades(double from, double most, double begin, double end) {
		double to = round(most, false);
		return new Scale(true, from, (to > from) ? to : from * 10, begin, end);
	}

	/** To one, two or five of its power of ten. */
	private static double round(double value, boolean down) {
		double power = Math.pow(10, Math.floor(Math.log10(value)));
		double first = value / power;
		if (down) {
			return ((first >= 5) ? 5 : (first >= 2) ? 2 : 1) * power;
		}
		return ((first <= 1) ? 1 : (first <= 2) ? 2 : (first <= 5) ? 5 : 10) * power;
	}

	private static Scale straight(double least, double most, double begin, double end) {
		double reach = (most > least) ? most : least + 1;
		double step = step(least, reach);
		return new Scale(false, Math.floor(least / step) * step, Math.ceil(reach / step - 1e-9) * step, begin, end);
	}

	private static double step(double least, double most) {
		return round((most - least) / MARKS, false);
	}

	/** Where it lies in pixels, at an end of the axis if it lies outside. */
	double at(double value) {
		double share = this.logarithmic ? (Math.log(Math.max(value, this.from)) - Math.log(this.from))
				/ (Math.log(this.to) - Math.log(this.from)) : (value - this.from) / (this.to - this.from);
		return this.begin + Math.max(0, Math.min(1, share)) * (this.end - this.begin);
	}

	/** Values that are marked, from the least. */
	List<Double> marks() {
		return this.logarithmic ? logarithmicMarks() : straightMarks();
	}

	private List<Double> straightMarks() {
		List<Double> marks = new ArrayList<>();
		double step = step(this.from, this.to);
		for (long i = Math.round(Math.ceil(this.from / step - 1e-9)); i * step <= this.to + step * 1e-9; i++) {
			marks.add(i * step);
		}
		return marks;
	}

	private List<Double> logarithmicMarks() {
		double decades = Math.log10(this.to / this.from);
		double[] within = (decades <= FEW_DECADES) ? new double[] { 1, 2, 5 } : new double[] { 1 };
		int every = (decades > MAX_DECADES) ? 2 : 1;
		List<Double> marks = new ArrayList<>();
		for (int power = (int) Math.floor(Math.log10(this.from) + 1e-9); power <= Math.log10(this.to) + 1e-9; power++) {
			for (double first : within) {
				double mark = first * Math.pow(10, power);
				if (power % every == 0 && mark >= this.from * 0.999 && mark <= this.to * 1.001) {
					marks.add(mark);
				}
			}
		}
		return marks;
	}

}
