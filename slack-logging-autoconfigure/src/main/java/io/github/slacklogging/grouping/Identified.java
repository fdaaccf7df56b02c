package io.github.slacklogging.grouping;

import io.github.slacklogging.Fingerprint;

/**
 * What an event was found to be.
 *
 * @param fingerprint makes it the same as others
 * @param withoutStack whether the JVM left its stack out, and it was known by what the
 * same statement logged before
 * @param loggedBefore whether another statement has just logged the same throwable: it is
 * one error, told twice. The other one may have been told elsewhere, so this says nothing
 * about destinations
 */
record Identified(Fingerprint fingerprint, boolean withoutStack, boolean loggedBefore) {

}
