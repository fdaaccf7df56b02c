package io.github.slacklogging.grouping;

import java.util.EnumMap;
import java.util.Map;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The part of one kind in one batch.
 *
 * @param kind whose counts these are
 * @param counts waiting events of the kind when the batch was taken, by severity
 * @param shown as it is shown, {@code null} when it is only counted
 */
record Share(Kind kind, Map<Severity, Long> counts, @Nullable EventGroup shown) {

	Share {
		counts = new EnumMap<>(counts);
	}

	long total() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Events that the message does not attribute to a shown kind. */
	long hidden() {
		return total() - ((this.shown != null) ? this.shown.count() : 0);
	}

	/**
	 * Books this share: one event shows its text, its like are folded, others summarised.
	 */
	void addTo(Map<DeliveryKind, Map<Severity, Long>> events) {
		Map<Severity, Long> rest = new EnumMap<>(this.counts);
		boolean told = this.shown != null;
		if (told) {
			Severity example = exampleSeverity();
			add(events, DeliveryKind.SHOWN, example, 1);
			rest.merge(example, -1L, Long::sum);
		}
		DeliveryKind others = (told && hidden() == 0) ? DeliveryKind.FOLDED : DeliveryKind.SUMMARISED;
		rest.forEach((severity, count) -> add(events, others, severity, count));
	}

	private Severity exampleSeverity() {
		Severity latest = this.kind.latest().severity();
		if (this.counts.getOrDefault(latest, 0L) > 0) {
			return latest;
		}
		return this.counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 0)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(latest);
	}

	private static void add(Map<DeliveryKind, Map<Severity, Long>> events, DeliveryKind how, Severity severity,
			long count) {
		if (count > 0) {
			events.computeIfAbsent(how, (key) -> new EnumMap<>(Severity.class)).merge(severity, count, Long::sum);
		}
	}

}
