package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;

/**
 * Chooses what one message tells: the most severe first, new kinds before known ones,
 * then the most frequent. New kinds of ERROR and above that find no room wait for the
 * next message; all others are counted in it. Immutable.
 */
final class BatchSelection {

	private final int samples;

	private final SpeakingRules rules;

	private final Comparator<Kind> byImportance;

	BatchSelection(int samples, SpeakingRules rules) {
		this.samples = samples;
		this.rules = rules;
		this.byImportance = Comparator.comparing(Kind::severity, Comparator.reverseOrder())
			.thenComparing(Kind::isOther)
			.thenComparing(Kind::isTold)
			.thenComparing(Comparator.comparingLong(Kind::waiting).reversed())
			.thenComparing(Kind::oldestWaiting);
	}

	Optional<GroupBatch> select(List<Kind> waiting, Tick now, boolean all) {
		List<Kind> candidates = all ? new ArrayList<>(waiting) : candidates(waiting, now);
		if (candidates.isEmpty()) {
			return Optional.empty();
		}
		candidates.sort(this.byImportance);
		return Optional.of(new GroupBatch(shares(candidates, all), span(candidates, now),
				this.rules.nextDueNanos(candidates), now));
	}

	/**
	 * What is due, and what may keep it company without being an interruption of its own.
	 */
	private List<Kind> candidates(List<Kind> waiting, Tick now) {
		boolean crowded = this.rules.isCrowded(waiting);
		List<Kind> due = waiting.stream().filter((kind) -> this.rules.isDue(kind, crowded, now)).toList();
		boolean someNow = due.stream().anyMatch((kind) -> !this.rules.isDigested(kind));
		boolean digestNow = due.stream().anyMatch(this.rules::isDigested);
		List<Kind> candidates = new ArrayList<>();
		for (Kind kind : waiting) {
			boolean company = this.rules.isDigested(kind) ? digestNow : someNow && this.rules.isNew(kind);
			if (company || due.contains(kind)) {
				candidates.add(kind);
			}
		}
		return candidates;
	}

	private List<Share> shares(List<Kind> candidates, boolean all) {
		Map<Severity, Integer> shown = new EnumMap<>(Severity.class);
		List<Share> shares = new ArrayList<>();
		for (Kind kind : candidates) {
			if (!kind.isOther() && shown.merge(kind.severity(), 1, Integer::sum) <= this.samples) {
				shares.add(new Share(kind, kind.counts(), kind.snapshot()));
			}
			else if (all || kind.isOther() || !this.rules.isNew(kind)) {
				shares.add(new Share(kind, kind.counts(), null));
			}
		}
		if (shown.isEmpty()) {
			// only "other" is left: one example of it makes the message worth reading
			Share first = shares.get(0);
			shares.set(0, new Share(first.kind(), first.counts(), first.kind().snapshot()));
		}
		return shares;
	}

	private Duration span(List<Kind> candidates, Tick now) {
		Duration span = Duration.ZERO;
		for (Kind kind : candidates) {
			Duration age = now.since(kind.waitingSince());
			span = (age.compareTo(span) > 0) ? age : span;
		}
		return span;
	}

}
