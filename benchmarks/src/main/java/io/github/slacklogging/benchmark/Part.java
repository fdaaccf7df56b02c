package io.github.slacklogging.benchmark;

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

	/** How thoroughly something is measured. */
	enum Effort {

		/** Rough figures: everything together within five minutes on two processors. */
		QUICK,

		/** Everything together within half an hour on two processors. */
		FULL

	}

}
