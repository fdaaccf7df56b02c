package io.github.slacklogging.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Example;
import io.github.slacklogging.FailedStart;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.Incident;
import io.github.slacklogging.Incident.Earlier;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Everything remembered of one fingerprint at one destination: two events at most, one
 * while nothing waits, and numbers; of a run of a job its reports, and one event that was
 * logged of the latest. Mutable; used by the worker only.
 *
 * <p>
 * Longer than a class of ours should be by its many small questions: it is the one record
 * of a kind and of its life in Slack.
 */
final class Kind {

	private Fingerprint fingerprint;

	private final boolean other;

	private final boolean job;

	private final String version;

	private final Tick openedAt;

	private Example first;

	private Example latest;

	private Instant firstSeen;

	private Instant lastSeen;

	private Tick lastFolded;

	private Severity severity;

	/** Counted in by this run. */
	private long fresh;

	/** Counted in by earlier runs. */
	private long inherited;

	private long withoutStack;

	private final WaitingCounts waiting = new WaitingCounts();

	/** Waiting events that are the same throwable as the one before. */
	private long doubles;

	private boolean mayBeRepeat;

	private Tick waitingSince;

	private @Nullable Tick firstSinceTaken;

	/** What waits is not to wait for company any more. */
	private @Nullable Tick hurriedAt;

	private final Rhythm rhythm;

	private final Told told;

	private final LivingMessage message;

	private Phase phase = Phase.NEW;

	private @Nullable Earlier earlier;

	private @Nullable MessageRef earlierMessage;

	/** Since when it goes on, without a silence between. */
	private Tick goingOnSince;

	private Tick worseSince;

	/** Since when it is no matter for a digest; meaningful while it is none. */
	private Tick newsSince;

	private @Nullable Tick milestoneSince;

	private @Nullable Tick tenfoldSince;

	private @Nullable Tick backSince;

	private final RunState run;

	private @Nullable Silence silence;

	private Tick silenceChangedAt;

	/** A storm speaks for it. */
	private boolean held;

	/** It is not remembered any more, though an answer about it may still come. */
	private boolean letGo;

	private final Due post = new Due();

	private final Due edit = new Due();

	Kind(Fingerprint fingerprint, boolean other, String version, Example first, Tick now) {
		this.fingerprint = fingerprint;
		this.other = other;
		this.job = !other && first.job() != null;
		this.version = version;
		this.first = first;
		this.latest = first;
		this.firstSeen = first.timestamp();
		this.lastSeen = first.timestamp();
		this.lastFolded = now;
		this.openedAt = now;
		this.severity = first.severity();
		this.waitingSince = now;
		this.goingOnSince = now;
		this.worseSince = now;
		this.newsSince = now;
		this.silenceChangedAt = now;
		this.rhythm = new Rhythm(now);
		this.told = new Told(now);
		this.run = new RunState(now);
		this.message = new LivingMessage(now);
	}

	/**
	 * Whether this changes when the kind is due: it is the first to wait, worse, or says
	 * that a run stands otherwise.
	 */
	boolean add(LogEvent event, Identified identified, Tick now) {
		boolean firstToWait = !isWaiting();
		boolean otherwise = supersede(event, now);
		boolean worse = event.severity().compareTo(this.severity) > 0;
		if (worse) {
			this.severity = event.severity();
			this.worseSince = now;
		}
		this.waitingSince = firstToWait ? now : this.waitingSince;
		this.firstSinceTaken = (this.firstSinceTaken != null) ? this.firstSinceTaken : now;
		this.waiting.add(event.severity());
		// the other statement's event may have gone elsewhere
		if (identified.loggedBefore() && total() > 0) {
			this.doubles++;
		}
		else {
			this.fresh++;
			this.rhythm.add(now);
		}
		this.withoutStack += identified.withoutStack() ? 1 : 0;
		this.phase = (this.phase == Phase.NEW && this.told.isTold()) ? Phase.ONGOING : this.phase;
		remember(event, now);
		return firstToWait || worse || otherwise;
	}

	/** Of a run only the reports of its present outcome are repeats of each other. */
	private boolean supersede(LogEvent event, Tick now) {
		JobReport report = this.job ? event.job() : null;
		if (report == null || !this.run.reported(report.outcome(), now)) {
			return false;
		}
		this.doubles = this.waiting.total();
		this.fresh = 0;
		this.inherited = 0;
		this.firstSeen = event.timestamp();
		return true;
	}

	private void remember(LogEvent event, Tick now) {
		if (this.job && event.job() == null) {
			this.run.logged(event);
		}
		else {
			this.latest = event;
		}
		this.lastFolded = now;
		// threads log in any order, and the wall clock may jump
		Instant seen = event.timestamp();
		this.firstSeen = seen.isBefore(this.firstSeen) ? seen : this.firstSeen;
		this.lastSeen = seen.isAfter(this.lastSeen) ? seen : this.lastSeen;
	}

	/** It was quiet for less than a day; called before the event is added. */
	void comeBack(Tick now) {
		this.earlier = new Earlier(this.lastSeen, null, null);
		this.phase = Phase.RETURNED;
		this.backSince = now;
		this.goingOnSince = now;
		this.told.returned();
		this.message.returned(now);
		this.message.wantMark(false);
	}

	/** It takes the place of one that was there long ago, or in another version. */
	void follow(Kind before) {
		String then = before.version.equals(this.version) ? null : before.version;
		this.earlier = new Earlier(before.lastSeen, then, null);
		this.earlierMessage = before.message.ref();
	}

	/** The address of the earlier message is known, or never will be. */
	void lookedUp(@Nullable String link) {
		Earlier before = this.earlier;
		this.earlier = (before != null) ? new Earlier(before.lastSeen(), before.version(), link) : null;
		this.earlierMessage = null;
	}

	/** Counts in what an earlier run left of this kind; all of it is on disk. */
	void absorb(SpooledGroup left, Tick now) {
		this.waitingSince = isWaiting() ? this.waitingSince : now;
		this.waiting.addSpooled(left.counts());
		this.inherited = Math.max(this.inherited + left.events(), left.total());
		recall(left, now);
		this.mayBeRepeat |= left.mayBeRepeat();
		if (left.spoken() && !isTold()) {
			this.told.told(left.severity(), left.total() - left.events());
		}
	}

	/** Goes on with an incident of an earlier run. */
	void resume(SpooledGroup left, IncidentState state, Tick now) {
		this.inherited = Math.max(this.inherited, left.total());
		recall(left, now);
		this.lastFolded = isWaiting() ? this.lastFolded : ago(left.lastSeen(), now);
		this.withoutStack += state.withoutStack();
		this.phase = state.phase();
		this.rhythm.resume(state.peakPerMinute());
		Instant spoke = state.lastSpoke();
		this.told.resume(state.toldAs(), state.toldTotal(), state.milestone(), state.reminders(),
				(spoke != null) ? ago(spoke, now) : now);
		this.told.outcome(state.toldOutcome());
		// when it came back is not kept, but it has spoken since
		this.goingOnSince = (this.phase == Phase.RETURNED) ? this.told.lastLine() : ago(left.firstSeen(), now);
		this.message.resume(state.message(), state.phase() == Phase.QUIET, now);
		this.message.showsMute(state.mute());
	}

	/** Of a run that is only known to have started its process is no more. */
	void abandon(Tick now) {
		JobReport report = this.job ? this.latest.job() : null;
		if (report != null && report.outcome() == JobOutcome.STARTED && this.latest instanceof MaskedEvent masked) {
			this.latest = AbandonedRun.of(masked, report);
			this.first = this.latest;
			this.severity = this.latest.severity();
			this.worseSince = now;
			this.run.reported(JobOutcome.WARNING, now);
		}
	}

	private void recall(SpooledGroup left, Tick now) {
		if (this.latest instanceof MaskedEvent) {
			this.latest = left.latest();
			JobReport report = left.latest().job();
			if (this.job && report != null) {
				this.run.reported(report.outcome(), now);
			}
		}
		this.first = left.first();
		this.severity = left.severity().isAtLeast(this.severity) ? left.severity() : this.severity;
		this.firstSeen = left.firstSeen().isBefore(this.firstSeen) ? left.firstSeen() : this.firstSeen;
		this.lastSeen = left.lastSeen().isAfter(this.lastSeen) ? left.lastSeen() : this.lastSeen;
	}

	private static Tick ago(Instant then, Tick now) {
		Duration passed = Duration.between(then, now.instant());
		return passed.isNegative() ? now : new Tick(then, now.nanos() - passed.toNanos());
	}

	/** What is not on disk yet; from now on it counts as if it were. */
	GroupDelta spool(Tick now) {
		GroupDelta delta = new GroupDelta(state(now, 0, this.first), this.other, this.waiting.unspooled(),
				this.mayBeRepeat, null);
		this.waiting.spool();
		return delta;
	}

	/** What an incident needs to go on in another run. */
	GroupDelta keep(boolean over, Tick now) {
		Mute muted = (this.message.ref() != null) ? this.message.shownMute() : mute();
		IncidentState incident = new IncidentState(this.phase, this.version, this.message.ref(),
				this.told.lastLine().instant(), this.told.severity(), this.told.total(), this.told.milestone(),
				this.told.reminders(), this.rhythm.peakPerMinute(), this.withoutStack, muted, over,
				this.told.outcome());
		EventGroup state = state(now, 0, this.first);
		// what waits is kept elsewhere, and counted there
		EventGroup settled = new EventGroup(state.fingerprint(), state.severity(), 0, total() - occurrences(), true,
				state.firstSeen(), state.lastSeen(), state.first(), state.latest(), state.incident());
		return new GroupDelta(settled, this.other, Map.of(), false, incident);
	}

	/** What waits now is in a batch; what comes from now on is not. */
	void taken() {
		this.firstSinceTaken = null;
	}

	/** Takes the counts of the batch off; what came after it waits on. */
	void takeOff(Map<Severity, Long> counts, long doubles) {
		this.waiting.takeOldest(counts);
		this.doubles = Math.max(0, this.doubles - doubles);
		this.hurriedAt = null;
		if (this.firstSinceTaken != null) {
			this.waitingSince = this.firstSinceTaken;
		}
		if (!isWaiting()) {
			settle();
			this.mayBeRepeat = false;
			this.doubles = 0;
		}
	}

	/** One event is enough now: of a run that which says how it stands. */
	private void settle() {
		if (this.job) {
			this.first = this.latest;
		}
		else {
			this.latest = this.first;
		}
	}

	/** Some of it will never be told. */
	void drop(Map<Severity, Long> counts) {
		this.waiting.takeNewest(counts);
		if (!isWaiting()) {
			this.waiting.unspool();
			takeOff(Map.of(), 0);
		}
	}

	/** As a message shows it; "other" is no kind, so it shows its latest event only. */
	EventGroup snapshot(Tick now, long milestone) {
		if (this.other) {
			return new EventGroup(this.fingerprint, this.severity, 1, 1, false, this.latest.timestamp(),
					this.latest.timestamp(), this.latest, this.latest, Incident.UNKNOWN);
		}
		return state(now, milestone, shownFirst());
	}

	/** With the report what was logged of it, which the logs know. */
	private Example shownFirst() {
		LogEvent echo = this.run.echo();
		return (echo != null) ? echo : this.first;
	}

	private EventGroup state(Tick now, long milestone, Example first) {
		Incident incident = new Incident(this.phase, this.rhythm.rate(now), milestone, this.withoutStack, mute(),
				this.earlier);
		return new EventGroup(this.fingerprint, this.severity, occurrences(), total(), isTold(), this.firstSeen,
				this.lastSeen, first, this.latest, incident);
	}

	/** Waiting events, without those that are the same throwable again. */
	private long occurrences() {
		return Math.max(Math.min(1, this.waiting.total()), this.waiting.total() - this.doubles);
	}

	void phase(Phase phase) {
		this.phase = phase;
	}

	/** It is too bad for a digest from now on. */
	void leaveDigest(Tick now) {
		this.newsSince = now;
	}

	/** What waits is due. */
	void hurry(Tick now) {
		this.hurriedAt = (this.hurriedAt != null) ? this.hurriedAt : now;
	}

	void hurryNoMore() {
		this.hurriedAt = null;
	}

	void milestoneSince(@Nullable Tick since) {
		this.milestoneSince = since;
	}

	void tenfoldSince(@Nullable Tick since) {
		this.tenfoldSince = since;
	}

	void backTold() {
		this.backSince = null;
	}

	/** Something keeps it silent from now on, or nothing does any more. */
	void mute(@Nullable Silence silence, Tick now) {
		this.silence = silence;
		this.silenceChangedAt = now;
	}

	void letGo() {
		this.letGo = true;
	}

	void hold(boolean held) {
		this.held = held;
	}

	boolean isFailedStart() {
		return !this.other && FailedStart.isReportedBy(this.first.loggerName());
	}

	/** What waits, and what of it is on disk. */
	WaitingCounts counts() {
		return this.waiting;
	}

	Told tellings() {
		return this.told;
	}

	LivingMessage message() {
		return this.message;
	}

	Rhythm rhythm() {
		return this.rhythm;
	}

	/** When something is to be posted. */
	Due post() {
		return this.post;
	}

	/** When something that is there is to be changed. */
	Due edit() {
		return this.edit;
	}

	boolean mayBeRepeat() {
		return this.mayBeRepeat;
	}

	/** The same key, before it was masked for the disk. */
	void fingerprint(Fingerprint exact) {
		this.fingerprint = exact;
	}

	/** Whether all that is known of it comes from an earlier run's disk. */
	boolean isInherited() {
		return this.first instanceof MaskedEvent;
	}

	Fingerprint fingerprint() {
		return this.fingerprint;
	}

	String version() {
		return this.version;
	}

	boolean isOther() {
		return this.other;
	}

	Severity severity() {
		return this.severity;
	}

	/** The event that began it. */
	Example first() {
		return this.first;
	}

	long total() {
		return this.fresh + this.inherited;
	}

	long doubles() {
		return this.doubles;
	}

	boolean isWaiting() {
		return this.waiting.total() > 0;
	}

	long waiting() {
		return this.waiting.total();
	}

	@Nullable Tick hurriedAt() {
		return this.hurriedAt;
	}

	Tick waitingSince() {
		return this.waitingSince;
	}

	Tick lastFolded() {
		return this.lastFolded;
	}

	Tick openedAt() {
		return this.openedAt;
	}

	Tick goingOnSince() {
		return this.goingOnSince;
	}

	Tick worseSince() {
		return this.worseSince;
	}

	Tick newsSince() {
		return this.newsSince;
	}

	@Nullable Tick milestoneSince() {
		return this.milestoneSince;
	}

	@Nullable Tick tenfoldSince() {
		return this.tenfoldSince;
	}

	@Nullable Tick backSince() {
		return this.backSince;
	}

	boolean isMuted() {
		return this.silence != null;
	}

	@Nullable Silence silence() {
		return this.silence;
	}

	/** When it was muted, or was not any more. */
	Tick silenceChangedAt() {
		return this.silenceChangedAt;
	}

	@Nullable Mute mute() {
		Silence present = this.silence;
		return (present != null) ? present.mute() : null;
	}

	/** Whether its living message says something else of the mute than is so. */
	boolean isMuteToBeShown() {
		return !Objects.equals(this.message.shownMute(), mute());
	}

	/**
	 * The logger of its first event; of "other" that of all of them, if they have one.
	 */
	String loggerName() {
		return this.other ? KnownKinds.loggerOfOther(this.fingerprint) : this.first.loggerName();
	}

	@Nullable Earlier earlier() {
		return this.earlier;
	}

	@Nullable MessageRef earlierMessage() {
		return this.earlierMessage;
	}

	Phase phase() {
		return this.phase;
	}

	boolean isLetGo() {
		return this.letGo;
	}

	boolean isHeld() {
		return this.held;
	}

	boolean isTold() {
		return this.told.isTold();
	}

	/** Whether it is a run of a job. */
	boolean isJob() {
		return this.job;
	}

	RunState run() {
		return this.run;
	}

	/** Whether a run stands otherwise than it was told. */
	boolean isOutcomeUntold() {
		return this.job && isTold() && this.run.outcome() != this.told.outcome();
	}

	/** Whether it is a run of which nothing more is to be told. */
	boolean isRunOver() {
		boolean owes = hasRisen() || this.milestoneSince != null || this.message.isTraceOwed();
		return this.job && this.run.isOver() && isTold() && !isWaiting() && !owes;
	}

	/** Whether all that waits only logs again what was told. */
	boolean isEchoOnly() {
		return this.job && isTold() && isWaiting() && this.waiting.total() == this.doubles && !isOutcomeUntold();
	}

	/** Whether it is worse than it was told. */
	boolean hasRisen() {
		return this.severity.compareTo(this.told.severity()) > 0;
	}

}
