package io.github.slacklogging.benchmark.caller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.caller.Account.Totals;
import io.github.slacklogging.benchmark.caller.Readings.Loss;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures one case after the other with JMH, each in a JVM of its own that has 1 GiB and
 * dies when that is not enough.
 */
final class Measuring {

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	private static final String EXHAUSTED = "java.lang.OutOfMemoryError";

	private static final TimeValue PATIENCE = TimeValue.seconds(15);

	private final Effort effort;

	private final Path directory;

	private final Path log;

	/**
	 * Nothing runs yet.
	 * @param effort how thoroughly
	 * @param directory for what JMH prints
	 */
	Measuring(Effort effort, Path directory) {
		this.effort = effort;
		this.directory = directory;
		this.log = directory.resolve("jmh.log");
	}

	Readings all() throws IOException, RunnerException {
		Readings readings = new Readings();
		for (Series series : Series.all(this.effort)) {
			for (Case each : series.cases()) {
				System.out.println(each + ": " + each.entrant().label());
				measure(each, readings);
			}
		}
		return readings;
	}

	private void measure(Case wanted, Readings readings) throws IOException, RunnerException {
		Sheet sheet = Sheet.at(this.directory.resolve("sheet"));
		Files.deleteIfExists(this.log);
		ChainedOptionsBuilder options = timed(options(wanted, sheet), wanted.load());
		Collection<RunResult> results = new Runner(options.build()).run();
		Totals totals = sheet.read();
		if (results.isEmpty() || totals == null) {
			readings.add(new Loss(wanted, reasonOfLoss()));
		}
		else {
			readings.add(reading(wanted, results.iterator().next(), totals));
		}
	}

	private ChainedOptionsBuilder options(Case wanted, Sheet sheet) {
		return new OptionsBuilder().include(wanted.call().pattern())
			.param("entrant", wanted.entrant().name())
			.param("load", wanted.load().name())
			.threads(wanted.threads())
			.operationsPerInvocation(wanted.load().burst())
			.forks(1)
			.jvmArgs("-Xmx1g", "-Xms1g", "-XX:+ExitOnOutOfMemoryError", sheet.option())
			.addProfiler(GCProfiler.class)
			.timeout(PATIENCE)
			.shouldFailOnError(false)
			.output(this.log.toString());
	}

	private ChainedOptionsBuilder timed(ChainedOptionsBuilder options, Load load) {
		boolean full = this.effort == Effort.FULL;
		if (load == Load.SILENT) {
			// a moment is over after one call, which comes after the silence
			TimeValue moment = TimeValue.milliseconds(1);
			return options.warmupIterations(2)
				.warmupTime(moment)
				.measurementIterations(6)
				.measurementTime(moment)
				.syncIterations(false);
		}
		// paced, code that has to be compiled runs a few thousand times a second only
		int warmUps = (load == Load.PACED) ? 3 : 2;
		return options.warmupIterations(full ? warmUps : 1)
			.warmupTime(TimeValue.milliseconds(full ? 500 : 700))
			.measurementIterations(full ? 10 : 6)
			.measurementTime(TimeValue.milliseconds(full ? 120 : 60));
	}

	private static Reading reading(Case wanted, RunResult result, Totals totals) {
		Result<?> time = result.getPrimaryResult();
		@Nullable Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
		return new Reading(wanted, time.getScore(), time.getScoreError(),
				(allocated != null) ? allocated.getScore() : Double.NaN, totals);
	}

	private String reasonOfLoss() throws IOException {
		String log = Files.readString(this.log);
		boolean exhausted = log.contains(EXHAUSTED);
		System.out.println(exhausted ? "  " + EXHAUSTED : log);
		return exhausted ? "out of memory" : "failed";
	}

}
