package io.github.slacklogging;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a job stands that must succeed in time. Immutable.
 *
 * @param name of the job
 * @param every within which it must succeed again
 * @param waitedSince when it was first waited for
 * @param lastSuccess when it last came to a good end, {@code null} for never
 * @param overdueSince when it should have succeeded at the latest, {@code null} while it
 * has time
 */
public record ExpectedJob(String name, Duration every, Instant waitedSince, @Nullable Instant lastSuccess,
		@Nullable Instant overdueSince) {

}
