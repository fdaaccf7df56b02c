package io.github.slacklogging.benchmark.growth;

/**
 * Something that is measured again and again.
 *
 * @param warmUps how often before it counts
 * @param runs how often it counts, at least once
 */
record Repeated(int warmUps, int runs) {

	Measured measure(Run run) throws Exception {
		for (int i = 0; i < this.warmUps; i++) {
			run.cost();
		}
		double[] costs = new double[this.runs];
		for (int i = 0; i < this.runs; i++) {
			costs[i] = run.cost();
		}
		return Measured.of(costs);
	}

	/** One measurement. */
	@FunctionalInterface
	interface Run {

		/** What it cost. */
		double cost() throws Exception;

	}

}
