package io.github.slacklogging;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the application's jobs leave what is to be told of them. Thread-safe; called on
 * threads that work: it never blocks and never throws.
 */
public interface JobReporting {

	/** Nobody listens. */
	JobReporting NONE = new JobReporting() {

		@Override
		public void report(JobReport report, List<KeyValue> details, @Nullable Throwable cause) {
		}

		@Override
		public void succeeded(String name, Instant at) {
		}

	};

	/**
	 * Has a report told, routed and masked like an event.
	 * @param report what is known
	 * @param details what the job says of the run, shown like key-value pairs of a log
	 * call
	 * @param cause why it failed, {@code null} for nothing thrown
	 */
	void report(JobReport report, List<KeyValue> details, @Nullable Throwable cause);

	/**
	 * A job came to a good end, whether or not anybody is told of it: nobody needs to
	 * wait for it for a while.
	 * @param name of the job
	 * @param at when
	 */
	void succeeded(String name, Instant at);

}
