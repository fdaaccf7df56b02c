package io.github.slacklogging.benchmark.page;

import java.util.List;
import java.util.Locale;

/** What stands at a mark of a plot. */
final class Mark {

	private static final List<String> OURS = List.of("ours", "with the starter");

	private Mark() {
	}

	/** Whether a label is that of this project. */
	static boolean isOurs(String label) {
		return OURS.stream().anyMatch(label.toLowerCase(Locale.ROOT)::startsWith);
	}

	/** The title of an axis, which says so where its steps are not all alike. */
	static String axis(String title, boolean logarithmic) {
		return logarithmic ? title + " (logarithmic)" : title;
	}

	/** A value of an axis: {@code 0.5}, {@code 20}, {@code 1,000}, {@code 5 M}. */
	static String text(double value) {
		double size = Math.abs(value);
		if (size >= 999_999) {
			return plain((size > 1e9 - 1) ? value / 1e9 : value / 1e6) + ((size > 1e9 - 1) ? " G" : " M");
		}
		return plain(value);
	}

	private static String plain(double value) {
		if (Math.abs(value - Math.rint(value)) < 1e-9) {
			return Figure.whole(value);
		}
		String text = String.format(Locale.ROOT, "%.6f", value);
		return text.replaceAll("0+$", "");
	}

	/** A measured value with no more digits than count. */
	static String figure(double value) {
		return String.format(Locale.ROOT, format(value), value);
	}

	/** A measured value and its error, with as many digits each. */
	static String figure(double value, double error) {
		String format = format(Math.max(Math.abs(value), error));
		return String.format(Locale.ROOT, format + " ± " + format, value, error);
	}

	private static String format(double value) {
		double size = Math.abs(value);
		return (size >= 100 || size == 0) ? "%,.0f" : (size >= 10) ? "%.1f" : (size >= 0.1) ? "%.2f" : "%.4f";
	}

}
