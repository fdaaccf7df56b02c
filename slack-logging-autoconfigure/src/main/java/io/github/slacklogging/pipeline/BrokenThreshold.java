package io.github.slacklogging.pipeline;

import java.time.Instant;

/**
 * A threshold of health that one destination is beyond. Immutable.
 *
 * @param threshold which one
 * @param measured what was measured last, in words: {@code 612 events}
 * @param limit what is allowed, in words
 * @param since when it was broken
 */
public record BrokenThreshold(HealthThreshold threshold, String measured, String limit, Instant since) {

}
