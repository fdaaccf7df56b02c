package io.github.slacklogging.benchmark.caller;

import io.github.slacklogging.benchmark.caller.Account.Totals;

/**
 * One measured figure.
 *
 * @param of what it says something about
 * @param nanos average time of one call
 * @param error half the 99.9 % interval of confidence of it
 * @param processBytes allocated per call by all threads
 * @param totals what was counted
 */
record Reading(Case of, double nanos, double error, double processBytes, Totals totals) {

	/** Allocated per call by the thread that logs. */
	double callerBytes() {
		return this.totals.bytes() / (double) Math.max(1, this.totals.logged());
	}

	/** Which part of the events never came out at the far end. */
	double droppedShare() {
		long dropped = this.totals.logged() - this.totals.arrived();
		return Math.max(0, dropped) / (double) Math.max(1, this.totals.logged());
	}

	/** Whether it is lower, beyond the errors of both. */
	boolean isBelow(Reading other) {
		return this.nanos + this.error < other.nanos - other.error;
	}

}
