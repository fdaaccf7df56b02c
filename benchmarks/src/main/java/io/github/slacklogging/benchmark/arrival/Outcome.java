package io.github.slacklogging.benchmark.arrival;

import io.github.slacklogging.benchmark.arrival.Burst.Result;
import io.github.slacklogging.benchmark.arrival.Contender.Books;
import io.github.slacklogging.benchmark.arrival.OpenThings.Left;

/**
 * What came of a trial.
 *
 * @param trial what was tried
 * @param reference the same calls where nobody listens; of its calls only the longest and
 * those that stalled are known
 * @param burst what the callers saw
 * @param first the books at the end, or the last look at them before a kill
 * @param second the books of a second life, zero where there was none
 * @param numbers errors whose own number Slack was told
 * @param kinds that Slack was told of
 * @param requests that arrived
 * @param printed what stood on standard output and standard error
 * @param left what was open after the end and not before, -1 where nobody could look
 * @param mostDescriptors the most that were open at once
 */
record Outcome(Trial trial, Result reference, Result burst, Books first, Books second, int numbers, int kinds,
		int requests, Printed printed, Left left, long mostDescriptors) {

	/**
	 * Errors of which something is known: a product without books has told them or they
	 * are lost; one with books may also keep or count them.
	 */
	long accounted() {
		if (!this.trial.product().isOurs()) {
			return this.numbers;
		}
		long waiting = (this.trial.ending() == Ending.SETTLED) ? this.first.waiting() : this.second.recovered();
		return Math.min(this.trial.events(), this.first.told() + this.first.dropped() + waiting);
	}

	/**
	 * Errors that could be logged in the time that there was: calls that returned, and
	 * those that hang but whose error Slack has been told of. Ours has to return from all
	 * of them.
	 */
	long logged() {
		return this.trial.product().isOurs() ? this.trial.events() : Math.max(this.burst.returned(), accounted());
	}

	/** Errors of which nothing is known any more. */
	long lost() {
		return logged() - accounted();
	}

	/** Errors that Slack was told of, one by one or in counts. */
	long told() {
		return this.trial.product().isOurs() ? Math.min(this.trial.events(), this.first.told() + this.second.told())
				: this.numbers;
	}

	/**
	 * What a JVM printed.
	 *
	 * @param lines how many
	 * @param bytes how many
	 * @param secrets lines with the secret of the destination
	 */
	record Printed(long lines, long bytes, long secrets) {

	}

}
