package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Speech.Form;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what one message tells: the most severe first, news before known kinds, then
 * the most frequent, then the longest waiting. Where messages can be edited, up to three
 * kinds have a message each; otherwise, and beyond that, one message tells of all that is
 * due: news that finds no room waits for the next, all others are counted in it.
 * Immutable.
 *
 * <p>
 * Longer than a class of ours should be: it is one choice, made in one place.
 */
final class BatchSelection {

	/** After a gap the present state counts: the most severe, then the most frequent. */
	static final Comparator<Kind> BY_WEIGHT = Comparator.comparing(Kind::severity, Comparator.reverseOrder())
		.thenComparing(Comparator.comparingLong(Kind::waiting).reversed());

	/** So many kinds that are due at once have a message each. */
	private static final int MAX_ALONE = 3;

	private final int samples;

	private final boolean living;

	private final SpeakingRules rules;

	private final Comparator<Kind> byImportance;

	BatchSelection(int samples, boolean living, SpeakingRules rules) {
		this.samples = samples;
		this.living = living;
		this.rules = rules;
		this.byImportance = Comparator.comparing(Kind::severity, Comparator.reverseOrder())
			.thenComparing((kind) -> !rules.isNews(kind))
			.thenComparing(Comparator.comparingLong(Kind::waiting).reversed());
	}

	/** What is told of what waits. */
	enum Scope {

		/** What is due, and its company. */
		DUE,

		/** What is due where no message can be edited, and its company. */
		DUE_ELSEWHERE,

		/** Everything without a living message; news without room waits for the next. */
		PRESENT,

		/** Everything without a living message, and none of it is left. */
		REST,

		/** Everything that is not muted, and none is left. */
		ALL

	}

	/**
	 * What one message tells.
	 * @param open kinds that wait or have plans, the longest waiting first
	 * @param scope how much of it
	 * @param now the time
	 * @return empty when nothing is to be told
	 */
	Optional<GroupBatch> select(Collection<Kind> open, Scope scope, Tick now) {
		return switch (scope) {
			case DUE -> due(open, this.living, now);
			case DUE_ELSEWHERE -> due(open, false, now);
			case PRESENT -> gathered(open, false, false, now);
			case REST -> gathered(open, false, true, now);
			case ALL -> gathered(open, true, true, now);
		};
	}

	private Optional<GroupBatch> due(Collection<Kind> open, boolean living, Tick now) {
		List<Candidate> posts = new ArrayList<>();
		List<Candidate> answers = new ArrayList<>();
		for (Kind kind : open) {
			Plan plan = this.rules.plan(kind, living, now);
			if (plan != null && now.isAtOrAfter(plan.dueNanos())) {
				((plan.speech().form() == Form.POST) ? posts : answers).add(new Candidate(kind, plan.speech()));
			}
		}
		if (!posts.isEmpty()) {
			return Optional.of(posts(open, posts, living, now));
		}
		return answers.stream()
			.min(Comparator.comparing((Candidate each) -> each.speech().form() == Form.TRACE)
				.thenComparing(Candidate::kind, this.byImportance))
			.map((best) -> alone(best, now));
	}

	private GroupBatch posts(Collection<Kind> open, List<Candidate> due, boolean living, Tick now) {
		List<Candidate> posts = new ArrayList<>(due);
		posts.sort(Comparator.comparing(Candidate::kind, this.byImportance));
		Candidate failedStart = failedStart(posts);
		if (failedStart != null) {
			return alone(failedStart, now);
		}
		List<Candidate> incidents = posts.stream().filter((each) -> this.rules.isIncident(each.kind())).toList();
		if (living && !incidents.isEmpty()) {
			return (incidents.size() <= MAX_ALONE) ? alone(incidents.get(0), now) : summary(incidents, false, now);
		}
		Candidate report = reportAlone(posts);
		if (report != null) {
			return alone(report, now);
		}
		addCompany(open, posts, now);
		posts.sort(Comparator.comparing(Candidate::kind, this.byImportance));
		return (posts.size() == 1) ? alone(posts.get(0), now) : summary(posts, false, now);
	}

	/** A failed start has a message of its own: it says why, where and what to do. */
	private static @Nullable Candidate failedStart(List<Candidate> candidates) {
		for (Candidate each : candidates) {
			Kind kind = each.kind();
			if (kind.severity() == Severity.CRITICAL && !kind.isTold() && kind.isFailedStart()) {
				return each;
			}
		}
		return null;
	}

	/**
	 * Up to three runs of jobs have a message each also where no message can be edited,
	 * after what is more important. More of them are company like anything else.
	 * @return the run that is told now; otherwise runs that have their own time are taken
	 * out
	 */
	private static @Nullable Candidate reportAlone(List<Candidate> candidates) {
		List<Candidate> runs = candidates.stream().filter((each) -> each.kind().isJob()).toList();
		if (runs.isEmpty() || runs.size() > MAX_ALONE) {
			return null;
		}
		if (candidates.get(0).kind().isJob()) {
			return candidates.get(0);
		}
		candidates.removeAll(runs);
		return null;
	}

	/** What may come along without being an interruption of its own. */
	private void addCompany(Collection<Kind> open, List<Candidate> due, Tick now) {
		boolean digestNow = due.stream().anyMatch((each) -> this.rules.isDigested(each.kind()));
		boolean someNow = due.stream().anyMatch((each) -> !this.rules.isDigested(each.kind()));
		boolean runsNow = due.stream().anyMatch((each) -> each.kind().isJob());
		Set<Kind> there = new HashSet<>();
		due.forEach((each) -> there.add(each.kind()));
		for (Kind kind : open) {
			boolean company = this.rules.isDigested(kind) ? digestNow
					: someNow && this.rules.isNews(kind) && (!kind.isJob() || runsNow);
			if (company && kind.isWaiting() && !kind.isHeld() && !kind.isMuted() && there.add(kind)) {
				Occasion occasion = this.rules.isDigested(kind) ? Occasion.GATHERED
						: kind.isTold() ? Occasion.RISE : Occasion.FIRST;
				due.add(new Candidate(kind, Speech.post(Set.of(occasion))));
			}
		}
	}

	private Optional<GroupBatch> gathered(Collection<Kind> open, boolean alsoLiving, boolean all, Tick now) {
		List<Candidate> candidates = new ArrayList<>();
		for (Kind kind : open) {
			boolean hasMessage = this.living && kind.message().ref() != null;
			if (kind.isWaiting() && !kind.isMuted() && (alsoLiving || !hasMessage)) {
				candidates.add(new Candidate(kind, Speech.post(occasions(kind))));
			}
		}
		if (candidates.isEmpty()) {
			return Optional.empty();
		}
		candidates.sort(Comparator.comparing(Candidate::kind, BY_WEIGHT));
		Candidate failedStart = failedStart(candidates);
		if (failedStart != null) {
			return Optional.of(alone(failedStart, now));
		}
		return Optional.of((candidates.size() == 1) ? alone(candidates.get(0), now) : summary(candidates, all, now));
	}

	private static Set<Occasion> occasions(Kind kind) {
		if (kind.isTold()) {
			return Set.of((kind.backSince() != null) ? Occasion.RETURN : Occasion.GATHERED);
		}
		return Set.of((kind.earlier() != null) ? Occasion.RECURRENCE : Occasion.FIRST);
	}

	private GroupBatch alone(Candidate candidate, Tick now) {
		Kind kind = candidate.kind();
		Speech speech = candidate.speech();
		boolean inThread = speech.form() != Form.POST;
		long milestone = speech.occasions().contains(Occasion.MILESTONE) ? this.rules.owedMilestone(kind, inThread) : 0;
		EventGroup shown = kind.snapshot(now, milestone);
		Share share = inThread ? Share.aside(kind, speech.occasions(), milestone, shown)
				: Share.shown(kind, speech.occasions(), milestone, shown);
		return new GroupBatch(List.of(share), speech, now);
	}

	private GroupBatch summary(List<Candidate> candidates, boolean all, Tick now) {
		Map<Severity, Integer> rows = new EnumMap<>(Severity.class);
		Set<Occasion> occasions = EnumSet.noneOf(Occasion.class);
		List<Share> shares = new ArrayList<>();
		for (Candidate each : candidates) {
			Kind kind = each.kind();
			Set<Occasion> why = each.speech().occasions();
			if (!kind.isOther() && rows.merge(kind.severity(), 1, Integer::sum) <= this.samples) {
				occasions.addAll(why);
				shares.add(Share.shown(kind, why, 0, kind.snapshot(now, 0)));
			}
			else if (all || kind.isOther() || !this.rules.isNews(kind)) {
				shares.add(Share.counted(kind, why));
			}
		}
		if (rows.isEmpty()) {
			// only "other" is left: one example of it makes the message worth reading
			Share first = shares.get(0);
			shares.set(0, Share.shown(first.kind(), first.occasions(), 0, first.kind().snapshot(now, 0)));
		}
		occasions.add(Occasion.GATHERED);
		return new GroupBatch(shares, Speech.post(occasions), now);
	}

	/** A kind that may be told, and how. */
	private record Candidate(Kind kind, Speech speech) {

	}

}
