package io.github.slacklogging.benchmark.shipping;

import java.util.Locale;

/**
 * What one JVM measured.
 *
 * @param logged events
 * @param arrived documents that can be found
 * @param lossesTold events of which the contender says that it lost them
 * @param nanos from the first call until there was nothing left to ship
 * @param callNanos of all calls together
 * @param longestNanos of one call
 * @param thrown calls that threw
 * @param heapBytes most that a collection left
 * @param cpuNanos of the process
 * @param requests that the node worked on
 */
record Measurement(long logged, long arrived, long lossesTold, long nanos, long callNanos, long longestNanos,
		long thrown, long heapBytes, long cpuNanos, long requests) {

	private static final String MARK = "MEASURED";

	static boolean isOne(String line) {
		return line.startsWith(MARK);
	}

	static Measurement parse(String line) {
		String[] parts = line.split(" ");
		long[] numbers = new long[parts.length - 1];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = Long.parseLong(parts[i + 1]);
		}
		return new Measurement(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6],
				numbers[7], numbers[8], numbers[9]);
	}

	/** As {@link #parse} reads it. */
	@Override
	public String toString() {
		return String.join(" ", MARK, "" + this.logged, "" + this.arrived, "" + this.lossesTold, "" + this.nanos,
				"" + this.callNanos, "" + this.longestNanos, "" + this.thrown, "" + this.heapBytes, "" + this.cpuNanos,
				"" + this.requests);
	}

	/** Columns of the table. */
	String columns() {
		return String.format(Locale.ROOT, "%,d | %,d | %,d | %,.0f | %.2f | %.1f | %.1f | %.1f | %s | %,d",
				this.arrived, this.logged - this.arrived, this.lossesTold, 1e9 * this.arrived / this.nanos,
				this.callNanos / 1e9, this.callNanos / 1e3 / this.logged, this.longestNanos / 1e6,
				this.heapBytes / 1024.0 / 1024,
				(this.arrived == 0) ? "–" : String.format(Locale.ROOT, "%.0f", this.cpuNanos / 1e3 / this.arrived),
				this.requests);
	}

}
