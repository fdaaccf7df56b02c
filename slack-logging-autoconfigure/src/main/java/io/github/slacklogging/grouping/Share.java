package io.github.slacklogging.grouping;

import java.util.EnumMap;
import java.util.Map;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The part of one kind in one batch, as it was when the batch was taken.
 *
 * @param kind whose counts these are
 * @param severity of the kind
 * @param counts waiting events of the kind, by their own severity
 * @param total their sum
 * @param isTold whether the message tells of the kind, if only in a sum: then the kind
 * pauses before it speaks again
 * @param shown as it is shown, {@code null} when it is only counted
 */
record Share(Kind kind, Severity severity, Map<Severity, Long> counts, long total, boolean isTold,
		@Nullable EventGroup shown) {

	static Share shown(Kind kind) {
		return new Share(kind, kind.severity(), kind.counts().all(), kind.waiting(), true, kind.snapshot());
	}

	/** A kind that no message ever showed stays new; "other" has nothing to show. */
	static Share counted(Kind kind) {
		return new Share(kind, kind.severity(), kind.counts().all(), kind.waiting(), kind.isTold() || kind.isOther(),
				null);
	}

	/** Events that the message does not attribute to a shown kind. */
	long hidden() {
		return this.total - ((this.shown != null) ? this.shown.count() : 0);
	}

	/**
	 * Books this share: one event shows its text, its like are folded, others summarised.
	 */
	void addTo(Map<DeliveryKind, Map<Severity, Long>> events) {
		Map<Severity, Long> rest = new EnumMap<>(this.counts);
		if (this.shown != null) {
			// every layout has the latest event's text, and the latest always waits
			Severity example = this.shown.latest().severity();
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
