package io.github.slacklogging.link;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An absolute span of time: a link is read hours after it was written. Immutable.
 *
 * @param from first moment
 * @param to last moment
 */
record TimeWindow(Instant from, Instant to) {

	/** Always with milliseconds, as JavaScript writes it. */
	private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	static TimeWindow around(Instant first, Instant last, Duration margin) {
		return new TimeWindow(first.minus(margin), last.plus(margin));
	}

	/** {@code 2026-08-14T09:57:00.000Z}. */
	String fromIso() {
		return ISO.format(this.from);
	}

	String toIso() {
		return ISO.format(this.to);
	}

	long fromMillis() {
		return this.from.toEpochMilli();
	}

	long toMillis() {
		return this.to.toEpochMilli();
	}

	long fromSeconds() {
		return this.from.getEpochSecond();
	}

	/** Rounded up, so that nothing is cut off. */
	long toSeconds() {
		return this.to.getEpochSecond() + ((this.to.getNano() > 0) ? 1 : 0);
	}

}
