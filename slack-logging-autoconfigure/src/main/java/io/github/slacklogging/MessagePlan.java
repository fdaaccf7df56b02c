package io.github.slacklogging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What one message is to tell. One group and no remainder is told in full, anything else
 * as a summary by severity. Immutable.
 *
 * @param groups kinds that are shown, most important first, at least one
 * @param remainder kinds that found no room, by severity: counted, not shown
 * @param span how long the oldest of these events has waited, for "in the last 5 min"
 * @param mayBeRepeat whether an earlier attempt may have arrived after all
 * @param insteadOf name of the destination that should have had it, {@code null} where it
 * goes there
 * @param composedAt now
 * @param occasions why it speaks, not empty
 * @param storm the storm that the groups are examples of, {@code null} for none
 * @param mention who is called, as {@link Mention#target()}, {@code null} for nobody
 * @param extras what the application adds
 */
public record MessagePlan(List<MaskedGroup> groups, Map<Severity, Remainder> remainder, Duration span,
		boolean mayBeRepeat, @Nullable String insteadOf, Instant composedAt, Set<Occasion> occasions,
		@Nullable Storm storm, @Nullable String mention, MessageExtras extras) {

	public MessagePlan {
		groups = List.copyOf(groups);
		remainder = Map.copyOf(remainder);
		occasions = Set.copyOf(occasions);
	}

	/**
	 * Events of kinds that are not shown.
	 *
	 * @param kinds how many kinds
	 * @param events how many events
	 */
	public record Remainder(int kinds, long events) {

	}

}
