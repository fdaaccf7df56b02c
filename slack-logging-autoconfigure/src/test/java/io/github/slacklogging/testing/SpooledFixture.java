package io.github.slacklogging.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import org.jspecify.annotations.Nullable;

/** Groups for tests, as they survive a process. */
public final class SpooledFixture {

	/** When {@link ManualClock} begins. */
	public static final Instant START = Instant.parse("2026-08-14T09:57:12Z");

	private SpooledFixture() {
	}

	/**
	 * A group of errors.
	 * @param kind what makes them the same
	 * @param events how many
	 */
	public static SpooledGroup group(String kind, long events) {
		return group(kind, Severity.ERROR, events, START);
	}

	public static SpooledGroup group(String kind, Severity severity, long events, Instant lastSeen) {
		MaskedEvent example = event(kind, severity, kind + " failed", null);
		return new SpooledGroup(Fingerprint.of(List.of(kind)), false, severity, Map.of(severity, events), events, false,
				lastSeen, lastSeen, example, example, false, null);
	}

	/**
	 * An incident that goes on.
	 * @param kind what makes its events the same
	 * @param total how many of them there were
	 */
	public static SpooledGroup incident(String kind, long total) {
		return incident(kind, total, START, false);
	}

	/** The same incident, no longer needed. */
	public static SpooledGroup over(String kind) {
		return incident(kind, 1, START, true);
	}

	public static SpooledGroup incident(String kind, long total, Instant lastSeen, boolean over) {
		MaskedEvent example = event(kind, Severity.ERROR, kind + " failed", null);
		IncidentState state = new IncidentState(Phase.ONGOING, "1.8.2", new MessageRef("C024BE91L", "1503435956.1"),
				START, Severity.ERROR, total, 0, 0, total, 0, null, over);
		return new SpooledGroup(Fingerprint.of(List.of(kind)), false, Severity.ERROR, Map.of(), total, true, START,
				lastSeen, example, example, false, state);
	}

	public static MaskedEvent event(String kind, Severity severity, String message,
			@Nullable MaskedThrowable throwable) {
		return new MaskedEvent("7k3q9m2x4h8vt-" + kind, START, severity, "com.acme.Orders", "main", kind + " failed",
				message, Map.of(), Map.of(), throwable, null, 0);
	}

}
