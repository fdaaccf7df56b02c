package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.slacklogging.Destination;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.job.JobExpectations;
import io.github.slacklogging.job.NotifyOn;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * What is told of jobs.
 *
 * @param notifyOn What is told of the runs of jobs: failures and warnings, every end, or
 * every start and end.
 * @param include Comma-separated list of names of jobs, with * for any text, that are
 * told of. When not set all are.
 * @param exclude Comma-separated list of names of jobs, with * for any text, that are not
 * told of.
 * @param to Comma-separated list of destinations that are told of jobs, or 'none'. When
 * not set the routes choose, as for events.
 * @param scheduled methods that the application schedules
 * @param batch jobs of Spring Batch
 * @param quartz jobs of Quartz
 * @param expectations Jobs that must succeed in time.
 */
record JobProperties(@DefaultValue("failure") NotifyOn notifyOn, @DefaultValue List<String> include,
		@DefaultValue List<String> exclude, @DefaultValue List<String> to,
		@NestedConfigurationProperty @DefaultValue Scheduled scheduled,
		@NestedConfigurationProperty @DefaultValue Batch batch,
		@NestedConfigurationProperty @DefaultValue Quartz quartz, @DefaultValue List<Expectation> expectations) {

	JobProperties {
		include = List.copyOf(include);
		exclude = List.copyOf(exclude);
		to = List.copyOf(to);
		expectations = List.copyOf(expectations);
	}

	/**
	 * Collects what is wrong.
	 * @param destinations names that {@code to} may hold; empty: any
	 */
	void check(Set<String> destinations, Problems problems) {
		if (this.to.size() > 1 && this.to.contains(Destination.NONE)) {
			problems.add("jobs.to", "holds 'none' beside a destination", "Use either.");
		}
		for (String name : this.to) {
			if (!destinations.isEmpty() && !destinations.contains(name) && !name.equals(Destination.NONE)) {
				problems.add("jobs.to", "names the unknown destination '" + Problems.printable(name) + "'",
						"Configured destinations are " + new TreeSet<>(destinations) + ".");
			}
		}
		Set<String> names = new HashSet<>();
		for (int i = 0; i < this.expectations.size(); i++) {
			this.expectations.get(i).check("jobs.expectations[" + i + "]", names, problems);
		}
	}

	/** Whose jobs are noticed; the application's own always are. */
	Set<JobFramework> frameworks() {
		Set<JobFramework> noticed = EnumSet.of(JobFramework.PLAIN);
		if (this.scheduled.enabled()) {
			noticed.add(JobFramework.SCHEDULED);
		}
		if (this.batch.enabled()) {
			noticed.add(JobFramework.BATCH);
		}
		if (this.quartz.enabled()) {
			noticed.add(JobFramework.QUARTZ);
		}
		return noticed;
	}

	/** Those that are valid. */
	List<JobExpectations.Expectation> awaited() {
		List<JobExpectations.Expectation> awaited = new ArrayList<>();
		for (Expectation each : this.expectations) {
			if (each.name() != null && each.every() != null && Expectation.isPossible(each.every())) {
				awaited.add(new JobExpectations.Expectation(each.name(), each.every()));
			}
		}
		return awaited;
	}

	/**
	 * Methods that the application schedules.
	 *
	 * @param enabled Whether runs of methods with @Scheduled are told of.
	 */
	record Scheduled(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * Jobs of Spring Batch.
	 *
	 * @param enabled Whether runs of jobs of Spring Batch are told of.
	 */
	record Batch(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * Jobs of Quartz.
	 *
	 * @param enabled Whether runs of jobs of Quartz are told of.
	 */
	record Quartz(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * A job that must succeed in time.
	 *
	 * @param name name of the job
	 * @param every within which it must succeed again
	 */
	record Expectation(@Nullable String name, @Nullable Duration every) {

		private static final Duration SHORTEST = Duration.ofSeconds(1);

		private static final Duration LONGEST = Duration.ofDays(3_650);

		private static boolean isPossible(Duration every) {
			return every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0;
		}

		private void check(String property, Set<String> names, Problems problems) {
			if (!StringUtils.hasText(this.name) || this.name.contains("*")) {
				problems.add(property + ".name", "does not name one job",
						"Write the whole name of the job, as messages show it.");
			}
			else if (!names.add(this.name)) {
				problems.add(property + ".name", "names a job that another expectation names",
						"One expectation for each job.");
			}
			if (this.every == null || !isPossible(this.every)) {
				problems.add(property + ".every", "is not between a second and ten years",
						"Set a duration such as 90m or 25h: a little longer than the time between two runs.");
			}
		}

	}

}
