package io.github.slacklogging.benchmark.page;

import java.util.Locale;

/**
 * How figures are written in tables: the same way everywhere, whatever the machine's
 * language is.
 */
public final class Figure {

	private Figure() {
	}

	/** {@code 1,234}. */
	public static String whole(double value) {
		return String.format(Locale.ROOT, "%,.0f", value);
	}

	/** {@code 1,234 ± 56}. */
	public static String whole(double value, double error) {
		return whole(value) + " ± " + whole(error);
	}

	/** {@code 1.23}. */
	public static String hundredths(double value) {
		return String.format(Locale.ROOT, "%,.2f", value);
	}

	/** {@code 1.23 ± 0.04}. */
	public static String hundredths(double value, double error) {
		return hundredths(value) + " ± " + hundredths(error);
	}

	/** {@code +12} or {@code -3}. */
	public static String difference(double value) {
		return String.format(Locale.ROOT, "%+,.0f", value);
	}

	/** {@code 12 %}, {@code 0.3 %}; nothing at all for less than a thousandth. */
	public static String share(double part) {
		if (part < 0.001) {
			return "";
		}
		return String.format(Locale.ROOT, (part < 0.1) ? "%.1f %%" : "%.0f %%", 100 * part);
	}

	/** {@code 1.2 ms}, {@code 3.4 µs}, {@code 56 ns}: three digits that count. */
	public static String time(double nanos) {
		if (nanos < 1e3) {
			return String.format(Locale.ROOT, "%.0f ns", nanos);
		}
		if (nanos < 1e6) {
			return digits(nanos / 1e3) + " µs";
		}
		return (nanos < 1e9) ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
	}

	private static String digits(double value) {
		String format = (value < 10) ? "%.2f" : (value < 100) ? "%.1f" : "%,.0f";
		return String.format(Locale.ROOT, format, value);
	}

}
