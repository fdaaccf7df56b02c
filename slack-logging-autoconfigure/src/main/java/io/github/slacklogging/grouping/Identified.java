package io.github.slacklogging.grouping;

import io.github.slacklogging.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What an event was found to be.
 *
 * @param fingerprint makes it the same as others
 * @param withoutStack whether the JVM left its stack out, and it was known by what the
 * same statement logged before
 * @param loggedBefore whether another statement has just logged the same throwable: it is
 * one error, told twice. The other one may have been told elsewhere, so this says nothing
 * about destinations
 * @param alone what it is where nobody was told of the run of a job whose failure it
 * logs, {@code null} where it logs none
 */
record Identified(Fingerprint fingerprint, boolean withoutStack, boolean loggedBefore, @Nullable Identified alone) {

	Identified(Fingerprint fingerprint, boolean withoutStack, boolean loggedBefore) {
		this(fingerprint, withoutStack, loggedBefore, null);
	}

	/** The same failure as that of a run of a job. */
	Identified echoOf(Fingerprint run) {
		return new Identified(run, this.withoutStack, true, (this.alone != null) ? this.alone : this);
	}

}
