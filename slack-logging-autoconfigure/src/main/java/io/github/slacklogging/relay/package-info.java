/**
 * How hard do we try? Rate limit, circuit breaker, back-off and stop, per destination.
 * Nothing is queued here: a failed attempt ends, and later another one is composed from
 * what waits by then. {@code relay} never reads a status code, knows no thread and no
 * clock: time is an argument.
 */
@NullMarked
package io.github.slacklogging.relay;

import org.jspecify.annotations.NullMarked;
