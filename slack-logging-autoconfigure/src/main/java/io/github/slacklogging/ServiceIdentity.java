package io.github.slacklogging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks. Constant for the life of an application.
 *
 * @param name service name
 * @param version service version
 * @param commit git commit, where it is known
 * @param environment where it runs, for example {@code prod}
 * @param host host or pod name
 * @param startedAt when this run of it began, {@code null} where nobody knows
 */
public record ServiceIdentity(String name, String version, @Nullable String commit, String environment, String host,
		@Nullable Instant startedAt) {

}
