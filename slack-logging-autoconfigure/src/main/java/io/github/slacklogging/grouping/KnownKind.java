package io.github.slacklogging.grouping;

import java.time.Instant;

import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * A kind as it stands at one destination. Immutable; not masked, so it must not leave
 * memory.
 *
 * @param destination name of the destination
 * @param state without its context and without stack traces, and its first event only
 * @param exceptionType class of the throwable of its first event, {@code null} without
 * one
 * @param waiting events that no acknowledged message told of
 * @param lastSpoke when the channel last showed a line of it, {@code null} for never
 * @param next when it will speak next, {@code null} for nothing planned
 * @param because why it will, {@code null} for nothing planned
 * @param mute that keeps it silent, {@code null} for none
 * @param key what its fingerprint is made of
 */
public record KnownKind(String destination, GroupDelta state, @Nullable String exceptionType, long waiting,
		@Nullable Instant lastSpoke, @Nullable Instant next, @Nullable Occasion because, @Nullable Mute mute,
		KeyReading key) {

}
