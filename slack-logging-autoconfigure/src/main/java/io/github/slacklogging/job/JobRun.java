package io.github.slacklogging.job;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A run of a job that somebody else ends: on another thread, in a callback, in another
 * method. The first end counts, later ones are ignored; a run without one says nothing
 * (an expectation does). Thread-safe, never blocks, never throws.
 */
public interface JobRun {

	/**
	 * Something to know about the run.
	 * @param key name
	 * @param value any object, read now
	 * @return this run
	 * @see JobNotes#detail
	 */
	JobRun detail(String key, @Nullable Object value);

	/**
	 * What the run did in numbers.
	 * @param what was counted
	 * @param number to add
	 * @return this run
	 * @see JobNotes#count
	 */
	JobRun count(String what, long number);

	/** It did what it was to do. */
	void succeeded();

	/**
	 * It did what it was to do.
	 * @param details shown like key-value pairs of a log call, read now
	 */
	void succeeded(Map<String, ?> details);

	/**
	 * It came to its end, and somebody should look at how.
	 * @param reason a sentence for people
	 */
	void warn(String reason);

	/**
	 * It did not do what it was to do.
	 * @param cause what was thrown
	 */
	void failed(Throwable cause);

	/**
	 * It did not do what it was to do.
	 * @param reason a sentence for people
	 */
	void failed(String reason);

}
