package io.github.slacklogging;

import java.time.Instant;

import io.github.slacklogging.Incident.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What must survive the process so that an incident goes on in the same message.
 * Immutable, holds no log text.
 *
 * @param phase where it stands
 * @param version of the service that saw it last
 * @param message its living message, {@code null} where it has none
 * @param lastSpoke when the channel last showed a line of it, {@code null} for never
 * @param toldAs highest severity that was told
 * @param toldTotal count that was told last
 * @param milestone highest milestone that was told, 0 for none
 * @param reminders how often it was told that it still goes on
 * @param peakPerMinute most events in one minute
 * @param withoutStack events that came without a stack trace
 * @param mute that its message shows, or that stood where it has none; {@code null} for
 * none
 * @param over whether it may be forgotten
 * @param toldOutcome of a run of a job: how it stood when it was told last, {@code null}
 * where that is not known or the kind is no run
 */
public record IncidentState(Phase phase, String version, @Nullable MessageRef message, @Nullable Instant lastSpoke,
		Severity toldAs, long toldTotal, long milestone, int reminders, long peakPerMinute, long withoutStack,
		@Nullable Mute mute, boolean over, @Nullable JobOutcome toldOutcome) {

	/** What was logged. */
	public IncidentState(Phase phase, String version, @Nullable MessageRef message, @Nullable Instant lastSpoke,
			Severity toldAs, long toldTotal, long milestone, int reminders, long peakPerMinute, long withoutStack,
			@Nullable Mute mute, boolean over) {
		this(phase, version, message, lastSpoke, toldAs, toldTotal, milestone, reminders, peakPerMinute, withoutStack,
				mute, over, null);
	}

}
