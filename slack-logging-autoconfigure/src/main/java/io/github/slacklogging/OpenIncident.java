package io.github.slacklogging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An incident as those see it who ask what is going on. Immutable; every text is masked.
 *
 * @param destination name of the destination
 * @param fingerprint id of its kind, without {@code #}
 * @param severity the highest that was seen
 * @param phase where it stands
 * @param logger name of the logger of its first event
 * @param exceptionType class of its throwable, {@code null} without one
 * @param text beginning of the first message, one line
 * @param total events since it began
 * @param waiting those of them that no acknowledged message told of
 * @param firstSeen when it was seen first
 * @param lastSeen when it was seen last
 * @param lastSpoke when the channel last showed a line of it, {@code null} for never
 * @param nextSpeaks when it will speak next as far as is known now, {@code null} for
 * nothing planned
 * @param speaksBecause why it will, {@code null} for nothing planned
 * @param mute that keeps it silent, {@code null} for none
 */
public record OpenIncident(String destination, String fingerprint, Severity severity, Incident.Phase phase,
		String logger, @Nullable String exceptionType, String text, long total, long waiting, Instant firstSeen,
		Instant lastSeen, @Nullable Instant lastSpoke, @Nullable Instant nextSpeaks, @Nullable Occasion speaksBecause,
		@Nullable Mute mute) {

}
