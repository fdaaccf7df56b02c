package io.github.slacklogging;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What of a group is not on disk yet. Immutable; not masked, so it must not leave memory:
 * what is kept on disk is a {@link SpooledGroup}.
 *
 * @param group as it stands now
 * @param other whether it stands for events that found no room as a kind of their own
 * @param counts waiting events that are not on disk, by their own severity
 * @param mayBeRepeat whether these events may have been told by an earlier run
 * @param incident what an incident needs to go on, {@code null} for the events alone
 */
public record GroupDelta(EventGroup group, boolean other, Map<Severity, Long> counts, boolean mayBeRepeat,
		@Nullable IncidentState incident) {

	public GroupDelta {
		counts = Map.copyOf(counts);
	}

}
