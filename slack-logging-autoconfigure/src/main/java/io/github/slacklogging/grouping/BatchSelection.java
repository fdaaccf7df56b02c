package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what one message tells: the most severe first, news before known kinds, then
 * the most frequent, then the longest waiting. News that finds no room waits for the next
 * message; all others are counted in it. Immutable.
 */
final class BatchSelection {

	/** After a gap the present state counts: the most severe, then the most frequent. */
	static final Comparator<Kind> BY_WEIGHT = Comparator.comparing(Kind::severity, Comparator.reverseOrder())
		.thenComparing(Comparator.comparingLong(Kind::waiting).reversed());

	private final int samples;

	private final SpeakingRules rules;

	private final Comparator<Kind> byImportance;

	BatchSelection(int samples, SpeakingRules rules) {
		this.samples = samples;
		this.rules = rules;
		this.byImportance = Comparator.comparing(Kind::severity, Comparator.reverseOrder())
			.thenComparing((kind) -> !rules.isNews(kind))
			.thenComparing(Comparator.comparingLong(Kind::waiting).reversed());
	}

	/** What is told of what waits. */
	enum Scope {

		/** What is due, and its company. */
		DUE,

		/** Everything; news that finds no room waits for the next message. */
		PRESENT,

		/** Everything, and none is left. */
		REST

	}

	/**
	 * What one message tells.
	 * @param waiting kinds with waiting events, the longest waiting first
	 * @param scope how much of it
	 * @param now the time
	 * @return empty when nothing is to be told
	 */
	Optional<GroupBatch> select(Collection<Kind> waiting, Scope scope, Tick now) {
		List<Kind> candidates = (scope == Scope.DUE) ? candidates(waiting, now) : new ArrayList<>(waiting);
		if (candidates.isEmpty()) {
			return Optional.empty();
		}
		candidates.sort((scope == Scope.DUE) ? this.byImportance : BY_WEIGHT);
		Kind failedStart = failedStart(candidates);
		if (failedStart != null) {
			return Optional.of(new GroupBatch(List.of(Share.shown(failedStart)), now));
		}
		return Optional.of(new GroupBatch(shares(candidates, scope == Scope.REST), now));
	}

	/** A failed start has a message of its own: it says why, where and what to do. */
	private static @Nullable Kind failedStart(List<Kind> candidates) {
		for (Kind kind : candidates) {
			if (kind.severity() == Severity.CRITICAL && !kind.isTold() && kind.isFailedStart()) {
				return kind;
			}
		}
		return null;
	}

	/**
	 * What is due, and what may keep it company without being an interruption of its own.
	 */
	private List<Kind> candidates(Collection<Kind> waiting, Tick now) {
		boolean someNow = false;
		boolean digestNow = false;
		for (Kind kind : waiting) {
			boolean due = now.isAtOrAfter(kind.dueNanos());
			boolean digested = this.rules.isDigested(kind);
			someNow |= due && !digested;
			digestNow |= due && digested;
		}
		List<Kind> candidates = new ArrayList<>();
		for (Kind kind : waiting) {
			boolean company = this.rules.isDigested(kind) ? digestNow : someNow && this.rules.isNews(kind);
			if (company || now.isAtOrAfter(kind.dueNanos())) {
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
				shares.add(Share.shown(kind));
			}
			else if (all || kind.isOther() || !this.rules.isNews(kind)) {
				shares.add(Share.counted(kind));
			}
		}
		if (shown.isEmpty()) {
			// only "other" is left: one example of it makes the message worth reading
			shares.set(0, Share.shown(shares.get(0).kind()));
		}
		return shares;
	}

}
