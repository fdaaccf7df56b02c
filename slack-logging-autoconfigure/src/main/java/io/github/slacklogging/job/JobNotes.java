package io.github.slacklogging.job;

import org.jspecify.annotations.Nullable;

/**
 * What a job says of its run while it works; told with the end of the run. Thread-safe:
 * it may be passed on to the threads that do the work. Never blocks and never throws,
 * whatever it is given. After the end of the run nothing is taken any more.
 */
public interface JobNotes {

	/**
	 * Something to know about the run, shown like a key-value pair of a log call. The
	 * value is read now: what changes afterwards changes nothing. Another value under the
	 * same key takes its place.
	 * @param key name; at most 50 are kept, the others are counted
	 * @param value any object; as text it is cut at 1,000 characters
	 * @return these notes
	 */
	JobNotes detail(String key, @Nullable Object value);

	/**
	 * What the run did in numbers. Numbers of the same thing are added up.
	 * @param what was counted, a word such as {@code orders}; at most 50 are kept
	 * @param number to add
	 * @return these notes
	 */
	JobNotes count(String what, long number);

	/**
	 * Somebody should look at this run, though it goes on: if nothing worse happens, its
	 * outcome is a warning.
	 * @param reason a sentence for people; the first 5 different ones are told
	 * @return these notes
	 */
	JobNotes warn(String reason);

}
