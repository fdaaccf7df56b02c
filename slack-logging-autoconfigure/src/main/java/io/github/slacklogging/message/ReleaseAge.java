package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.ServiceIdentity;

/**
 * How long a release was running when something happened: what comes soon after a start
 * often came with it.
 */
final class ReleaseAge {

	private ReleaseAge() {
	}

	/**
	 * {@code , 12 min after start}, to follow a version; empty where nobody knows when
	 * the application started, and for an event of an earlier run, of which this version
	 * may not be.
	 */
	static String of(ServiceIdentity identity, MaskedEvent event) {
		Instant startedAt = identity.startedAt();
		if (startedAt == null || startedAt.isAfter(event.timestamp())) {
			return "";
		}
		String span = Words.span(Duration.between(startedAt, event.timestamp()));
		return span.isEmpty() ? ", at start" : ", " + span + " after start";
	}

}
