package io.github.slacklogging.grouping;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The part of one kind in one batch, as it was when the batch was taken.
 *
 * @param kind whose counts these are
 * @param severity of the kind
 * @param outcome of a run of a job, {@code null} for anything else
 * @param counts waiting events of the kind, by their own severity
 * @param doubles those of them that are the same throwable again
 * @param seen all events of the kind so far
 * @param occasions why it is told
 * @param milestone that is told, 0 for none
 * @param isTold whether the message tells of the kind, if only in a sum
 * @param shown as it is shown, {@code null} when it is only counted
 */
record Share(Kind kind, Severity severity, @Nullable JobOutcome outcome, Map<Severity, Long> counts, long doubles,
		long seen, Set<Occasion> occasions, long milestone, boolean isTold, @Nullable EventGroup shown) {

	/** A kind with a row or a message of its own. */
	static Share shown(Kind kind, Set<Occasion> occasions, long milestone, EventGroup shown) {
		return new Share(kind, kind.severity(), kind.run().outcome(), kind.counts().all(), kind.doubles(), kind.total(),
				occasions, milestone, true, shown);
	}

	/** A kind that no message ever showed stays new; "other" has nothing to show. */
	static Share counted(Kind kind, Set<Occasion> occasions) {
		return new Share(kind, kind.severity(), kind.run().outcome(), kind.counts().all(), kind.doubles(), kind.total(),
				occasions, 0, kind.isTold() || kind.isOther(), null);
	}

	/** A kind that a storm's banner counts. */
	static Share inBanner(Kind kind) {
		return new Share(kind, kind.severity(), kind.run().outcome(), kind.counts().all(), kind.doubles(), kind.total(),
				Set.of(Occasion.STORM), 0, true, null);
	}

	/** Something about a kind that settles no counts. */
	static Share aside(Kind kind, Set<Occasion> occasions, long milestone, EventGroup shown) {
		return new Share(kind, kind.severity(), kind.run().outcome(), Map.of(), 0, kind.total(), occasions, milestone,
				true, shown);
	}

	/** How many events it settles. */
	long total() {
		long total = 0;
		for (long count : this.counts.values()) {
			total += count;
		}
		return total;
	}

	/** Whether a later report has taken the place of all that it settles. */
	boolean isSuperseded() {
		return this.outcome != this.kind.run().outcome();
	}

	/** Events that the message does not attribute to a shown kind. */
	long hidden() {
		if (this.shown == null) {
			return total();
		}
		return this.kind.isOther() ? total() - 1 : 0;
	}

	/**
	 * Books this share: one event shows its text, its like are folded, others summarised.
	 */
	void addTo(Map<DeliveryKind, Map<Severity, Long>> events) {
		Map<Severity, Long> rest = new EnumMap<>(Severity.class);
		rest.putAll(this.counts);
		if (this.shown != null && !rest.isEmpty()) {
			// every layout has the latest event's text; what was dropped may have been it
			Severity latest = this.shown.latest().severity();
			Severity example = rest.containsKey(latest) ? latest : rest.keySet().iterator().next();
			add(events, DeliveryKind.SHOWN, example, 1);
			rest.merge(example, -1L, Long::sum);
		}
		DeliveryKind others = (hidden() == 0) ? DeliveryKind.FOLDED : DeliveryKind.SUMMARISED;
		rest.forEach((level, count) -> add(events, others, level, count));
	}

	private static void add(Map<DeliveryKind, Map<Severity, Long>> events, DeliveryKind how, Severity severity,
			long count) {
		if (count > 0) {
			events.computeIfAbsent(how, (key) -> new EnumMap<>(Severity.class)).merge(severity, count, Long::sum);
		}
	}

}
