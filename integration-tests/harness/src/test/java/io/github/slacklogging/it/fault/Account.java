package io.github.slacklogging.it.fault;

import java.util.Map;

/**
 * Compares what was logged with what became of it. What is told of a kind can only make
 * up for what was logged of that kind, so that a loss in one and a repeat in another do
 * not hide each other. Events of kinds that the test did not log do not count. Immutable.
 *
 * @param logged events by kind
 * @param told what Slack was told
 * @param counted events that were dropped or still wait, and were said to
 */
record Account(Map<String, Long> logged, ToldCounts told, long counted) {

	Account {
		logged = Map.copyOf(logged);
	}

	long allLogged() {
		return this.logged.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Events that nobody told of and nobody counted. */
	long lost() {
		return Math.max(0, missing() - elsewhere());
	}

	/** How often an event was told that had been told already. */
	long repeated() {
		return surplus() + Math.max(0, elsewhere() - missing());
	}

	/** Those of the repeated that did not say so. */
	long repeatedUnmarked() {
		return Math.max(Math.max(0, repeated() - this.told.marked()), this.told.shownAgainUnmarked().size());
	}

	/** Told without their kind, or counted. */
	private long elsewhere() {
		return this.told.summarisedErrors() + this.counted;
	}

	private long missing() {
		return differences(1);
	}

	private long surplus() {
		return differences(-1);
	}

	private long differences(int sign) {
		Map<String, Long> byKind = this.told.byKind();
		return this.logged.entrySet()
			.stream()
			.mapToLong((kind) -> Math.max(0, sign * (kind.getValue() - byKind.getOrDefault(kind.getKey(), 0L))))
			.sum();
	}

}
