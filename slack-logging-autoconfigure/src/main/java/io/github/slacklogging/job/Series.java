package io.github.slacklogging.job;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.Tick;

/**
 * Runs of a job that end badly in the same way, one after the other: they share a key, so
 * that a job which fails every minute is one message with a count and not a message every
 * minute. A success ends the series, and so does a pause. Bounded: of the jobs, those
 * that ended badly the longest time ago are forgotten. Thread-safe; the lock is held for
 * a moment only.
 */
final class Series {

	private static final int MAX_JOBS = 500;

	private static final int MAX_LOOKS = 8;

	private final Duration pause;

	private final Map<String, Map<String, Latest>> jobs = bounded(MAX_JOBS);

	/**
	 * No series yet.
	 * @param pause after which the same is told as new
	 */
	Series(Duration pause) {
		this.pause = pause;
	}

	/**
	 * The key of a run that ended badly.
	 * @param name of the job
	 * @param look what is the same if runs end in the same way
	 * @param own key of this run
	 * @param now the time
	 * @return that of the run before, or its own
	 */
	synchronized String keyOf(String name, String look, String own, Tick now) {
		Map<String, Latest> looks = this.jobs.computeIfAbsent(name, (unknown) -> bounded(MAX_LOOKS));
		Latest before = looks.get(look);
		boolean goesOn = before != null && now.since(before.at()).compareTo(this.pause) < 0;
		String key = (before != null && goesOn) ? before.key() : own;
		looks.put(look, new Latest(key, now));
		return key;
	}

	/** The job succeeded. */
	synchronized void end(String name) {
		this.jobs.remove(name);
	}

	private static <V> Map<String, V> bounded(int most) {
		return new LinkedHashMap<>(16, 0.75f, true) {

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
				return size() > most;
			}

		};
	}

	/**
	 * The latest run.
	 *
	 * @param key of the series
	 * @param at when it ended
	 */
	private record Latest(String key, Tick at) {

	}

}
