package io.github.slacklogging.opensearch;

import java.time.Instant;

/**
 * The moments that a field of type {@code date_nanos} takes: nanoseconds since 1970 in a
 * signed long. Source: OpenSearch, org.opensearch.common.time.DateUtils.
 */
final class TimeRange {

	private static final Instant FIRST = Instant.EPOCH;

	/** 2262-04-11T23:47:16.854775807Z. */
	private static final Instant LAST = Instant.EPOCH.plusNanos(Long.MAX_VALUE);

	private TimeRange() {
	}

	/** The moment, or the nearest that is taken: a wrong clock is no reason to lose. */
	static Instant within(Instant moment) {
		if (moment.isBefore(FIRST)) {
			return FIRST;
		}
		return moment.isAfter(LAST) ? LAST : moment;
	}

}
