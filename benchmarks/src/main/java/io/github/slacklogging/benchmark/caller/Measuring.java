package io.github.slacklogging.benchmark.caller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.caller.Account.Totals;
import io.github.slacklogging.benchmark.caller.Readings.Loss;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs series after series with JMH, each figure in a JVM of its own that has 1 GiB and
 * dies when that is not enough.
 */
final class Measuring {

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	private static final String EXHAUSTED = "java.lang.OutOfMemoryError";

	private static final TimeValue PATIENCE = TimeValue.seconds(15);

	private final Effort effort;

	private final Path directory;

	/**
	 * Nothing runs yet.
	 * @param effort how thoroughly
	 * @param directory for what JMH prints
	 */
	Measuring(Effort effort, Path directory) {
		this.effort = effort;
		this.directory = directory;
	}

	Readings all() throws IOException, RunnerException {
		Readings readings = new Readings(List.of(), List.of());
		for (Series series : Series.all(this.effort)) {
			for (Call call : series.calls()) {
				for (Entrant entrant : series.entrants()) {
					readings = readings.and(run(series, call, entrant));
				}
			}
		}
		return readings;
	}

	private Readings run(Series series, Call call, Entrant entrant) throws IOException, RunnerException {
		System.out.printf("%s, %s, %d threads: %s%n", call.method(), series.load(), series.threads(), entrant.label());
		Sheet sheet = Sheet.at(this.directory.resolve("sheet"));
		Path log = this.directory.resolve("jmh.log");
		Files.deleteIfExists(log);
		ChainedOptionsBuilder options = new OptionsBuilder().include(call.pattern())
			.param("entrant", entrant.name())
			.param("load", series.load().name())
			.threads(series.threads())
			.operationsPerInvocation(series.load().burst())
			.forks(1)
			.jvmArgs("-Xmx1g", "-Xms1g", "-XX:+ExitOnOutOfMemoryError", sheet.option())
			.addProfiler(GCProfiler.class)
			.timeout(PATIENCE)
			.shouldFailOnError(false)
			.output(log.toString());
		Collection<RunResult> results = new Runner(timed(options, series.load()).build()).run();
		Map<String, Totals> totals = sheet.read();
		List<Reading> readings = new ArrayList<>();
		for (RunResult result : results) {
			Totals counted = totals.get(Sheet.key(result.getParams()));
			if (counted != null) {
				readings.add(reading(result, series, call, entrant, counted));
			}
		}
		return readings.isEmpty() ? lost(log, series, call, entrant) : new Readings(readings, List.of());
	}

	private ChainedOptionsBuilder timed(ChainedOptionsBuilder options, Load load) {
		boolean full = this.effort == Effort.FULL;
		if (load == Load.SILENT) {
			// an iteration ends with the first burst after its time
			return options.warmupIterations(0)
				.measurementIterations(8)
				.measurementTime(TimeValue.milliseconds(1))
				.syncIterations(false);
		}
		return options.warmupIterations(full ? 2 : 1)
			.warmupTime(TimeValue.milliseconds(full ? 500 : 400))
			.measurementIterations(full ? 6 : 4)
			.measurementTime(TimeValue.milliseconds(full ? 300 : 100));
	}

	private static Reading reading(RunResult result, Series series, Call call, Entrant entrant, Totals totals) {
		Result<?> time = result.getPrimaryResult();
		Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
		return new Reading(entrant, call, series.load(), series.threads(), time.getScore(), time.getScoreError(),
				(allocated != null) ? allocated.getScore() : Double.NaN, totals);
	}

	private static Readings lost(Path log, Series series, Call call, Entrant entrant) throws IOException {
		boolean exhausted = Files.readString(log).contains(EXHAUSTED);
		String reason = exhausted ? "out of memory" : "failed";
		System.out.println("  " + reason);
		if (!exhausted) {
			System.out.println(Files.readString(log));
		}
		return new Readings(List.of(), List.of(new Loss(entrant, call, series.load(), series.threads(), reason)));
	}

}
