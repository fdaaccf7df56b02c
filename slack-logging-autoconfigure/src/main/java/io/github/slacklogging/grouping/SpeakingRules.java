package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import io.github.slacklogging.grouping.Speech.Form;
import org.jspecify.annotations.Nullable;

/**
 * When a kind speaks in its channel or thread. Pure functions of its state and the time;
 * immutable. What is done to a message that is there already: {@link EditingRules}.
 *
 * <p>
 * A new kind waits {@code linger} for company, CRITICAL waits for nothing. After that it
 * speaks again only when something changes: it gets worse, its count reaches a milestone,
 * it comes ten times as often as ever, it still goes on after hours, it comes back after
 * a silence, and, where no message can be edited, once when it has gone quiet. All but a
 * rise, a first word and a webhook's milestones keep a distance of {@link #FLOOR} to the
 * line before. Severities up to {@code digestLevel} wait for the digest. Runs of jobs
 * have rules of their own, {@link JobRules}.
 *
 * <p>
 * Longer than a class of ours should be: it is one table, and its rows are to be
 * compared.
 */
final class SpeakingRules {

	/** Between two lines of one incident in a channel. */
	static final Duration FLOOR = Duration.ofMinutes(10);

	/** What comes back later than this begins anew. */
	static final Duration SAME_INCIDENT = Duration.ofHours(24);

	/** The second and all later reminders. */
	private static final Duration LATER_REMINDERS = Duration.ofHours(24);

	/** A milestone from which on the channel hears of it too. */
	private static final long LOUD_MILESTONE = 100;

	/** A first post waits so long for the address of an earlier one. */
	private static final Duration MAX_LOOK_UP = Duration.ofSeconds(5);

	/** Readings of a monotonic clock can be compared only within half its range. */
	private static final Duration FOREVER = Duration.ofDays(36_500);

	private final Severity digestLevel;

	private final int maxEvents;

	private final long[] milestones;

	private final long lingerNanos;

	private final long digestNanos;

	private final long quietNanos;

	private final long reminderNanos;

	SpeakingRules(Settings settings) {
		this.digestLevel = settings.digestLevel();
		this.maxEvents = settings.maxEvents();
		this.milestones = settings.incidents().milestones().stream().mapToLong(Long::longValue).toArray();
		this.lingerNanos = nanos(settings.linger());
		this.digestNanos = nanos(settings.digestEvery());
		this.quietNanos = nanos(settings.incidents().quietAfter());
		this.reminderNanos = nanos(settings.incidents().reminder());
	}

	private static long nanos(Duration duration) {
		return ((duration.compareTo(FOREVER) > 0) ? FOREVER : duration).toNanos();
	}

	/** Whether the kind is only told in a digest. */
	boolean isDigested(Kind kind) {
		return !kind.isJob() && this.digestLevel.isAtLeast(kind.severity());
	}

	/** Whether the kind has a life of its own in Slack. */
	boolean isIncident(Kind kind) {
		return !kind.isOther() && !isDigested(kind);
	}

	/**
	 * Whether the kind is new, worse than it was told, or a run that stands otherwise
	 * than it was told, and not for a digest.
	 */
	boolean isNews(Kind kind) {
		return (!kind.isTold() || kind.hasRisen() || kind.isOutcomeUntold()) && !isDigested(kind) && !kind.isHeld()
				&& !kind.isMuted();
	}

	/** Whether so many events of news wait that they wait no longer. */
	boolean isCrowd(long events) {
		return events >= this.maxEvents;
	}

	/** Whether no event came for so long that it is called quiet. */
	boolean isSilent(Kind kind, Tick now) {
		return now.isAtOrAfter(quietNanos(kind));
	}

	/** When it will be called quiet. */
	long quietNanos(Kind kind) {
		return kind.lastFolded().nanos() + this.quietNanos;
	}

	/** Whether an event now means that it came back. */
	boolean isBack(Kind kind, Tick now) {
		return isIncident(kind) && !kind.isJob() && kind.isTold() && !kind.isWaiting() && isSilent(kind, now)
				&& kind.backSince() == null;
	}

	/** Whether an event now is the first of another incident. */
	boolean isAnother(Kind kind, String version, Tick now) {
		if (kind.isJob()) {
			// whoever reports says what is another run
			return false;
		}
		boolean longAgo = now.since(kind.lastFolded()).compareTo(SAME_INCIDENT) > 0;
		boolean elsewhen = !kind.version().equals(version);
		return !kind.isWaiting()
				&& ((isSilent(kind, now) && (!kind.isTold() || longAgo)) || (elsewhen && kind.isTold()));
	}

	/** The milestone to be told next, 0 for none. */
	long owedMilestone(Kind kind, boolean living) {
		long owed = 0;
		for (long milestone : this.milestones) {
			if (milestone > kind.tellings().milestone() && milestone <= kind.total()) {
				owed = milestone;
				if (living) {
					// a thread has room for each of them
					return owed;
				}
			}
		}
		return owed;
	}

	/** The highest milestone that a count has reached, 0 for none. */
	long reachedMilestone(long total) {
		long reached = 0;
		for (long milestone : this.milestones) {
			reached = (milestone <= total) ? milestone : reached;
		}
		return reached;
	}

	/** How many reminders have fallen due by now, said or not. */
	int reminders(Kind kind, Tick now) {
		long overdue = now.nanos() - kind.goingOnSince().nanos() - this.reminderNanos;
		return (overdue < 0) ? 0 : 1 + (int) (overdue / LATER_REMINDERS.toNanos());
	}

	/**
	 * What the kind says next in its channel or its thread.
	 * @param kind of a destination
	 * @param living whether messages can be edited and answered there
	 * @param now the time: what is due by then is said together
	 * @return {@code null} for nothing, as things stand
	 */
	@Nullable Plan plan(Kind kind, boolean living, Tick now) {
		if (kind.isHeld()) {
			return null;
		}
		if (!isIncident(kind)) {
			return gathered(kind);
		}
		List<Reason> reasons = reasons(kind, living);
		if (reasons.isEmpty()) {
			return trace(kind, living);
		}
		Reason earliest = reasons.get(0);
		for (Reason reason : reasons) {
			earliest = (reason.dueNanos() - earliest.dueNanos() < 0) ? reason : earliest;
		}
		Set<Occasion> occasions = EnumSet.noneOf(Occasion.class);
		for (Reason reason : reasons) {
			if (reason == earliest || now.isAtOrAfter(reason.dueNanos())) {
				occasions.add(reason.occasion());
			}
		}
		Plan plan = new Plan(earliest.dueNanos(), speech(kind, living, occasions, earliest.dueNanos()));
		Plan trace = trace(kind, living);
		return (trace != null && plan.dueNanos() - trace.dueNanos() > 0) ? trace : plan;
	}

	private @Nullable Plan gathered(Kind kind) {
		if (!kind.isWaiting()) {
			return null;
		}
		List<Reason> reason = new ArrayList<>(List.of(new Reason(Occasion.GATHERED, gatheredNanos(kind))));
		hush(kind, reason);
		return reason.isEmpty() ? null
				: new Plan(reason.get(0).dueNanos(), Speech.post(Set.of(reason.get(0).occasion())));
	}

	private long gatheredNanos(Kind kind) {
		long afterLinger = kind.waitingSince().nanos() + (isDigested(kind) ? this.digestNanos : this.lingerNanos);
		long afterPause = kind.tellings().lastLine().nanos() + this.digestNanos;
		return (kind.isTold() && afterPause - afterLinger > 0) ? afterPause : afterLinger;
	}

	private List<Reason> reasons(Kind kind, boolean living) {
		List<Reason> reasons = new ArrayList<>();
		if (kind.isJob()) {
			reasons.addAll(JobRules.reasons(kind, living, this));
		}
		else if (kind.isTold()) {
			again(kind, living, reasons);
		}
		else if (kind.isWaiting()) {
			reasons.add(first(kind));
		}
		hush(kind, reasons);
		return reasons;
	}

	/**
	 * While it is muted there is no reason to speak, unless it is known when that ends.
	 */
	private static void hush(Kind kind, List<Reason> reasons) {
		Silence silence = kind.silence();
		if (silence == null) {
			return;
		}
		Tick until = silence.until();
		if (until == null) {
			reasons.clear();
		}
		else {
			reasons.replaceAll((reason) -> reason.notBefore(until.nanos()));
		}
	}

	private Reason first(Kind kind) {
		long due = afterLinger(kind, later(kind.waitingSince(), kind.newsSince()));
		if (kind.earlierMessage() != null) {
			due = kind.waitingSince().nanos() + MAX_LOOK_UP.toNanos();
		}
		return new Reason((kind.earlier() != null) ? Occasion.RECURRENCE : Occasion.FIRST, due);
	}

	/** When what waits since then has had its company. */
	long afterLinger(Kind kind, Tick since) {
		long due = since.nanos() + this.lingerNanos;
		long critical = later(since, kind.worseSince()).nanos();
		if (kind.severity() == Severity.CRITICAL && critical - due < 0) {
			due = critical;
		}
		Tick hurried = kind.hurriedAt();
		return (hurried != null && hurried.nanos() - due < 0) ? hurried.nanos() : due;
	}

	private static Tick later(Tick one, Tick other) {
		return one.isAtOrAfter(other.nanos()) ? one : other;
	}

	private void again(Kind kind, boolean living, List<Reason> reasons) {
		boolean inThread = living && kind.message().ref() != null;
		long floor = kind.tellings().lastLine().nanos() + FLOOR.toNanos();
		if (kind.hasRisen()) {
			reasons.add(new Reason(Occasion.RISE, afterLinger(kind, kind.worseSince())));
		}
		Tick back = kind.backSince();
		if (back != null) {
			reasons.add(new Reason(Occasion.RETURN, back.nanos() + this.lingerNanos).notBefore(floor));
		}
		Tick milestone = kind.milestoneSince();
		if (milestone != null) {
			reasons.add(new Reason(Occasion.MILESTONE, milestone.nanos()));
		}
		Tick tenfold = kind.tenfoldSince();
		if (tenfold != null) {
			reasons.add(new Reason(Occasion.RATE, tenfold.nanos()).notBefore(floor));
		}
		long reminder = kind.goingOnSince().nanos() + this.reminderNanos
				+ kind.tellings().reminders() * LATER_REMINDERS.toNanos();
		if (kind.phase() != Phase.QUIET && quietNanos(kind) - reminder > 0) {
			reasons.add(new Reason(Occasion.REMINDER, reminder).notBefore(floor));
		}
		Tick hurried = kind.hurriedAt();
		if (!inThread && kind.isWaiting()) {
			if (hurried != null && !kind.hasRisen()) {
				reasons.add(new Reason(Occasion.GATHERED, hurried.nanos()));
			}
			if (living && kind.message().isLost()) {
				reasons.add(new Reason(Occasion.COUNT, kind.waitingSince().nanos() + this.lingerNanos));
			}
			reasons.add(new Reason(Occasion.QUIET, quietNanos(kind)));
		}
	}

	private Speech speech(Kind kind, boolean living, Set<Occasion> occasions, long dueNanos) {
		MessageRef ref = kind.message().ref();
		if (!living || ref == null) {
			return Speech.post(occasions);
		}
		boolean loud = occasions.stream().anyMatch((each) -> each != Occasion.MILESTONE);
		boolean farEnough = dueNanos - kind.tellings().lastLine().nanos() >= FLOOR.toNanos();
		boolean great = owedMilestone(kind, true) >= LOUD_MILESTONE && farEnough;
		return Speech.reply(ref, occasions, loud || great);
	}

	/** The full stack trace follows the first post, when nothing else is to be said. */
	private static @Nullable Plan trace(Kind kind, boolean living) {
		MessageRef ref = kind.message().ref();
		if (!living || ref == null || !kind.message().isTraceOwed()) {
			return null;
		}
		return new Plan(kind.tellings().lastLine().nanos(), Speech.chore(Form.TRACE, ref));
	}

	/** Why something is to be said, and from when on. */
	record Reason(Occasion occasion, long dueNanos) {

		Reason notBefore(long nanos) {
			return (nanos - this.dueNanos > 0) ? new Reason(this.occasion, nanos) : this;
		}

	}

}
