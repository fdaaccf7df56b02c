package io.github.slacklogging.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.ExpectedJob;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.Tick;

/**
 * Jobs that must succeed in time, and what is said of those that did not: once when the
 * time is over and again each time it has passed once more, until the job succeeds.
 *
 * <p>
 * Waiting begins with the last success that is known, of an earlier run too, or when a
 * run first expected the job. Between runs the wall clock measures, and what lies in its
 * future counts as now. Within a run the monotonic clock does, so that a wall clock that
 * jumps makes no job overdue; the time for which a machine sleeps may not count then.
 *
 * <p>
 * Bounded by the settings. Used by the worker only, but for {@link #names()}; never
 * blocks.
 */
public final class JobExpectations {

	private final Map<String, Watch> watches = new LinkedHashMap<>();

	private final Set<String> names;

	/** Another run would say something else since what is known was handed over. */
	private boolean changed;

	/** Jobs succeeded in time since then. */
	private boolean succeeded;

	/**
	 * Waits from now on.
	 * @param settings for what
	 * @param now the time
	 */
	public JobExpectations(Settings settings, Tick now) {
		settings.expectations()
			.forEach((each) -> this.watches.put(each.name(), new Watch(each, settings.quietAfter(), now)));
		this.names = Set.copyOf(this.watches.keySet());
	}

	/** Names of the jobs that are expected. Immutable. */
	public Set<String> names() {
		return this.names;
	}

	/**
	 * Goes on with what earlier runs left; what happened since this run began counts
	 * more. Jobs that are expected no more are let go.
	 * @param kept as it was handed over
	 * @param now the time
	 */
	public void restore(List<KeptJob> kept, Tick now) {
		Set<String> found = new HashSet<>();
		for (KeptJob each : kept) {
			found.add(each.name());
			Watch watch = this.watches.get(each.name());
			if (watch != null) {
				watch.restore(each, now);
			}
		}
		this.changed |= !found.equals(this.names);
	}

	/**
	 * A job came to a good end.
	 * @param name of the job; one that is not expected does not matter
	 * @param at when, by the wall clock; what is shown and kept
	 * @param heard when that was heard
	 * @param now the time
	 */
	public void succeeded(String name, Instant at, Tick heard, Tick now) {
		Watch watch = this.watches.get(name);
		if (watch != null) {
			boolean late = watch.isOverdue(now);
			watch.succeeded(new Tick(at, heard.nanos()));
			this.changed |= late;
			this.succeeded = true;
		}
	}

	/**
	 * What is to be told now. Each call counts as telling it.
	 * @param now the time
	 * @return of each job one report at most, however often its time has passed
	 */
	public List<JobReport> due(Tick now) {
		List<JobReport> reports = new ArrayList<>();
		for (Watch watch : this.watches.values()) {
			if (watch.nanosToDue(now) == 0) {
				reports.add(watch.tell(now));
				this.changed = true;
			}
		}
		return reports;
	}

	/** How long until something is due, {@link Long#MAX_VALUE} for never. */
	public long nanosToNext(Tick now) {
		long next = Long.MAX_VALUE;
		for (Watch watch : this.watches.values()) {
			next = Math.min(next, watch.nanosToDue(now));
		}
		return next;
	}

	/** How each job stands, in the order of the settings. */
	public List<ExpectedJob> standing(Tick now) {
		return this.watches.values().stream().map((watch) -> watch.standing(now)).toList();
	}

	/** Whether another run would say something else since this was handed over. */
	public boolean isChanged() {
		return this.changed;
	}

	/** Whether jobs succeeded since then. */
	public boolean hasSucceeded() {
		return this.succeeded;
	}

	/** What another run needs to go on; it counts as kept from now on. */
	public List<KeptJob> handOver() {
		this.changed = false;
		this.succeeded = false;
		return this.watches.values().stream().map(Watch::kept).toList();
	}

	/** Nothing is known to be kept any more. */
	public void unkept() {
		this.changed = true;
	}

	/**
	 * What is waited for.
	 *
	 * @param expectations each of another job
	 * @param quietAfter a job that is told of again before that is told of in the same
	 * message
	 */
	public record Settings(List<Expectation> expectations, Duration quietAfter) {

		/** Nothing. */
		public static final Settings NONE = new Settings(List.of(), Duration.ZERO);

		public Settings {
			expectations = Collections.unmodifiableList(new ArrayList<>(expectations));
		}

	}

	/**
	 * A job that must succeed in time.
	 *
	 * @param name of the job
	 * @param every within which it must succeed again, at most ten years
	 */
	public record Expectation(String name, Duration every) {

		private static final Duration LONGEST = Duration.ofDays(3_650);

		public Expectation {
			// as runs have it
			name = Value.name(name, name);
			if (every.isNegative() || every.isZero() || every.compareTo(LONGEST) > 0) {
				throw new IllegalArgumentException("slack.logging.jobs.expectations[n].every must be positive and "
						+ "ten years at most: " + every);
			}
		}

	}

}
