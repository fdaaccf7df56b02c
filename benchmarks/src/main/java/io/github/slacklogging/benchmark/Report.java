package io.github.slacklogging.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks and prints a table in which each figure stands beside that of an
 * appender that does nothing. Ends with 1 when a hung Slack stalls a logging call.
 */
public final class Report {

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	private final boolean quick;

	private final List<Row> rows = new ArrayList<>();

	private Report(boolean quick) {
		this.quick = quick;
	}

	public static void main(String[] arguments) throws Exception {
		Report report = new Report(Arrays.asList(arguments).contains("--quick"));
		for (int threads : new int[] { 1, 4 }) {
			report.measure(threads, "drained", "noop", "format", "slack", "slack+caller");
			report.measure(threads, "full", "slack");
		}
		report.print();
		long noop = StallProbe.noop();
		long hung = StallProbe.hungSlack();
		System.out.printf("%nLongest of 4 x 5,000 calls: %.2f ms with a hung Slack, %.2f ms with noop; limit %.0f ms%n",
				hung / 1e6, noop / 1e6, StallProbe.LIMIT_NANOS / 1e6);
		System.exit((hung < StallProbe.LIMIT_NANOS) ? 0 : 1);
	}

	private void measure(int threads, String buffer, String... appenders) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include(CallerBenchmark.class.getName())
			.param("appender", appenders)
			.param("buffer", buffer)
			.threads(threads)
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.forks(this.quick ? 1 : 2)
			.warmupIterations(3)
			.warmupTime(TimeValue.milliseconds(this.quick ? 500 : 1000))
			.measurementIterations(this.quick ? 3 : 5)
			.measurementTime(TimeValue.milliseconds(this.quick ? 500 : 1000));
		if (buffer.equals("full")) {
			options.exclude("belowLevel");
		}
		collect(new Runner(options.build()).run(), threads);
	}

	private void collect(Collection<RunResult> results, int threads) {
		for (RunResult result : results) {
			String name = result.getParams().getBenchmark();
			Result<?> time = result.getPrimaryResult();
			Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
			this.rows.add(new Row(name.substring(name.lastIndexOf('.') + 1), threads,
					result.getParams().getParam("appender"), result.getParams().getParam("buffer"), time.getScore(),
					time.getScoreError(), (bytes != null) ? bytes.getScore() : Double.NaN));
		}
	}

	private void print() {
		System.out.printf("Java %s, %d processors, %s%n%n", Runtime.version(),
				Runtime.getRuntime().availableProcessors(), this.quick ? "quick" : "full");
		System.out.printf("%-11s %-8s %-13s %-8s %18s %10s %8s %10s%n", "call", "threads", "appender", "buffer", "ns",
				"over noop", "B", "over noop");
		this.rows.stream().sorted(Row.ORDER).forEach((row) -> {
			Row noop = noop(row);
			System.out.printf("%-11s %-8d %-13s %-8s %9.0f ± %6.0f %+10.0f %8.0f %+10.0f%n", row.call(), row.threads(),
					row.appender(), row.buffer(), row.nanos(), row.error(), row.nanos() - noop.nanos(), row.bytes(),
					row.bytes() - noop.bytes());
		});
	}

	private Row noop(Row row) {
		return this.rows.stream()
			.filter((other) -> other.appender().equals("noop") && other.call().equals(row.call())
					&& other.threads() == row.threads())
			.findFirst()
			.orElseThrow();
	}

}
