package io.github.slacklogging;

import java.time.Instant;

/**
 * An {@link EventGroup} after masking. Immutable.
 *
 * @param fingerprint short id of its kind, without {@code #}
 * @param severity the highest severity seen
 * @param count events that this message tells of
 * @param total events since the group began, told ones included
 * @param spoken whether an earlier message told of this kind already
 * @param firstSeen when the first of all its events was logged
 * @param lastSeen when the latest was logged
 * @param first the first event of all
 * @param latest the latest event
 * @param incident its life at the destination
 */
public record MaskedGroup(String fingerprint, Severity severity, long count, long total, boolean spoken,
		Instant firstSeen, Instant lastSeen, MaskedEvent first, MaskedEvent latest, Incident incident) {

}
