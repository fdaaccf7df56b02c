package io.github.slacklogging.testing;

import java.time.Instant;

import io.github.slacklogging.Incident;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.OpenIncident;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/** Incidents as those see them who ask. */
public final class OpenIncidents {

	public static final Instant FIRST = Instant.parse("2026-03-01T10:15:30Z");

	public static final Instant LAST = Instant.parse("2026-03-01T10:57:30Z");

	private OpenIncidents() {
	}

	/** It goes on and will tell its next milestone. */
	public static OpenIncident ongoing(String fingerprint) {
		return new OpenIncident("default", fingerprint, Severity.ERROR, Incident.Phase.ONGOING,
				"com.acme.orders.OrderService", "java.lang.IllegalStateException", "Order 4711 not found", 1284, 2,
				FIRST, LAST, LAST, LAST.plusSeconds(45), Occasion.COUNT, null);
	}

	/** It is told to nobody. */
	public static OpenIncident muted(String fingerprint, Mute mute) {
		return new OpenIncident("default", fingerprint, Severity.CRITICAL, Incident.Phase.NEW,
				"com.acme.orders.OrderService", null, "Order 4711 not found", 1, 1, FIRST, FIRST, null,
				(mute.end() instanceof Mute.End.At at) ? at.instant() : null, occasion(mute), mute);
	}

	private static @Nullable Occasion occasion(Mute mute) {
		return (mute.end() instanceof Mute.End.At) ? Occasion.GATHERED : null;
	}

}
