package io.github.slacklogging;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A group, or what is new of it, in the form in which it survives the process: masked,
 * with exact counts and its first and latest example. Immutable.
 *
 * @param fingerprint what makes its events the same; its components are masked
 * @param other whether it stands for events that found no room as a kind of their own
 * @param severity the highest severity seen
 * @param counts events that were not acknowledged, by their own severity
 * @param total events since the group began, told ones included
 * @param spoken whether an earlier message told of this kind already
 * @param firstSeen when the first of all its events was logged
 * @param lastSeen when the latest was logged
 * @param first the first event of all
 * @param latest the latest event
 * @param mayBeRepeat whether a message that told of these events may have arrived
 * @param incident what an incident needs to go on, {@code null} for waiting events alone
 */
public record SpooledGroup(Fingerprint fingerprint, boolean other, Severity severity, Map<Severity, Long> counts,
		long total, boolean spoken, Instant firstSeen, Instant lastSeen, MaskedEvent first, MaskedEvent latest,
		boolean mayBeRepeat, @Nullable IncidentState incident) {

	public SpooledGroup {
		counts = Map.copyOf(counts);
	}

	/** Events that were not acknowledged. */
	public long events() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * This group and what came later of the same kind.
	 * @param later of the same fingerprint
	 */
	public SpooledGroup plus(SpooledGroup later) {
		Map<Severity, Long> sum = new EnumMap<>(Severity.class);
		sum.putAll(this.counts);
		later.counts.forEach((level, count) -> sum.merge(level, count, Long::sum));
		// of two processes neither total holds the other's events
		long atLeast = events() + later.events();
		return new SpooledGroup(this.fingerprint, this.other,
				this.severity.isAtLeast(later.severity) ? this.severity : later.severity, sum,
				Math.max(atLeast, Math.max(this.total, later.total)), this.spoken || later.spoken,
				this.firstSeen.isBefore(later.firstSeen) ? this.firstSeen : later.firstSeen,
				this.lastSeen.isAfter(later.lastSeen) ? this.lastSeen : later.lastSeen, this.first, later.latest,
				this.mayBeRepeat || later.mayBeRepeat, (later.incident != null) ? later.incident : this.incident);
	}

	/** The same, marked as possibly told already. */
	public SpooledGroup repeated() {
		return new SpooledGroup(this.fingerprint, this.other, this.severity, this.counts, this.total, this.spoken,
				this.firstSeen, this.lastSeen, this.first, this.latest, true, this.incident);
	}

}
