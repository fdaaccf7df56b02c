package io.github.slacklogging.benchmark.worker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.slacklogging.benchmark.Part.Effort;
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
 * How often a second one core does something, as JMH measures it.
 *
 * @param effort how thoroughly
 */
record Speeds(Effort effort) {

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	/**
	 * Runs a benchmark.
	 * @param type that has it
	 * @param method that it is
	 * @param parameter to vary
	 * @param values of the parameter
	 * @param fixed other parameters, each with its value
	 */
	List<Speed> of(Class<?> type, String method, String parameter, List<String> values, String... fixed)
			throws RunnerException {
		boolean full = this.effort == Effort.FULL;
		ChainedOptionsBuilder options = new OptionsBuilder().include(type.getName() + "\\." + method + "$")
			.param(parameter, values.toArray(String[]::new))
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.forks(1)
			.warmupIterations(full ? 4 : 2)
			.warmupTime(TimeValue.milliseconds(full ? 750 : 500))
			.measurementIterations(full ? 5 : 3)
			.measurementTime(TimeValue.milliseconds(full ? 600 : 300));
		for (int i = 0; i < fixed.length; i += 2) {
			options.param(fixed[i], fixed[i + 1]);
		}
		return collect(new Runner(options.build()).run(), parameter);
	}

	private static List<Speed> collect(Collection<RunResult> results, String parameter) {
		List<Speed> speeds = new ArrayList<>();
		for (RunResult result : results) {
			Result<?> speed = result.getPrimaryResult();
			Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
			speeds.add(new Speed(result.getParams().getParam(parameter), speed.getScore(), speed.getScoreError(),
					(bytes != null) ? bytes.getScore() : Double.NaN));
			System.out.println("   " + speeds.get(speeds.size() - 1));
		}
		return speeds;
	}

	/**
	 * One figure.
	 *
	 * @param name value of the parameter
	 * @param perSecond how often
	 * @param error half the interval of confidence
	 * @param bytes allocated each time
	 */
	record Speed(String name, double perSecond, double error, double bytes) {

	}

}
