package io.github.slacklogging;

import java.time.Instant;

/**
 * A kind of event at one destination, as it stands when a message is about to tell of it.
 * Immutable; not masked, as far as its events are not.
 *
 * @param fingerprint what makes its events the same
 * @param severity the highest severity seen
 * @param count events that this message tells of: not acknowledged yet
 * @param total events since the group began, told ones included
 * @param spoken whether an earlier message told of this kind already
 * @param firstSeen when the first of all its events was logged
 * @param lastSeen when the latest was logged
 * @param first the first event of all
 * @param latest the latest event
 * @param incident its life at the destination
 */
public record EventGroup(Fingerprint fingerprint, Severity severity, long count, long total, boolean spoken,
		Instant firstSeen, Instant lastSeen, Example first, Example latest, Incident incident) {

}
