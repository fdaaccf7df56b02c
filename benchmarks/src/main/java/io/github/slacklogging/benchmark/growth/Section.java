package io.github.slacklogging.benchmark.growth;

import io.github.slacklogging.benchmark.Part.Effort;

/** One thing that grows. */
interface Section {

	/** For those who wait. */
	String name();

	/**
	 * Lets it grow.
	 * @param effort how thoroughly it is measured
	 * @throws Exception if it cannot be measured here
	 */
	Findings measure(Effort effort) throws Exception;

}
