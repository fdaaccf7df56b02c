package io.github.slacklogging.benchmark;

import java.time.Duration;

import io.github.slacklogging.benchmark.page.Chapter;

/** One chapter of the report, measured apart from the others. */
public interface Part {

	/** As on the command line and in names of files: lower case. */
	String name();

	/**
	 * Measures. Takes its time, and prints what it is doing.
	 * @param effort how thoroughly
	 * @throws Exception if it cannot be measured here
	 */
	Chapter measure(Effort effort) throws Exception;

	/**
	 * Whether it measures the more often the more time there is. Measured after the
	 * others then, with what they leave.
	 */
	default boolean fillsTheTime() {
		return false;
	}

	/**
	 * Measures within a time, as far as it {@link #fillsTheTime()}.
	 * @param effort how thoroughly
	 * @param left until everything shall have been measured; may be too little
	 * @throws Exception if it cannot be measured here
	 */
	default Chapter measure(Effort effort, Duration left) throws Exception {
		return measure(effort);
	}

	/** How thoroughly something is measured. */
	enum Effort {

		/** Rough figures: everything together within five minutes on two processors. */
		QUICK(Duration.ofMinutes(5)),

		/** Everything together within half an hour on two processors. */
		FULL(Duration.ofMinutes(29));

		private final Duration whole;

		Effort(Duration whole) {
			this.whole = whole;
		}

		/** For all parts and the build before them. */
		Duration whole() {
			return this.whole;
		}

	}

}
