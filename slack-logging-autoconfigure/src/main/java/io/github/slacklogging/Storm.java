package io.github.slacklogging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Many new kinds of error in a short time, told in one banner. Immutable.
 *
 * @param kinds that began in it
 * @param events of these kinds
 * @param since when it began
 * @param until when the last of them was seen
 * @param commonCause type of the root cause that most of them share, {@code null} if none
 * @param over whether no more kinds join it
 */
public record Storm(int kinds, long events, Instant since, Instant until, @Nullable String commonCause, boolean over) {

}
