package io.github.slacklogging.grouping;

import java.time.Instant;
import java.util.Map;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Example;
import io.github.slacklogging.FailedStart;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.Incident;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Everything remembered of one fingerprint at one destination: two events at most, one
 * while nothing waits, and numbers. Mutable; used by the worker only.
 *
 * <p>
 * Longer than a class of ours should be by its many small questions: it is the one record
 * of a kind.
 */
final class Kind {

	private final Fingerprint fingerprint;

	private final boolean other;

	private Example first;

	private Example latest;

	private Instant firstSeen;

	private Instant lastSeen;

	private Tick lastFolded;

	private Severity severity;

	private long total;

	private final WaitingCounts waiting = new WaitingCounts();

	private boolean mayBeRepeat;

	private Tick waitingSince;

	private @Nullable Tick firstSinceTaken;

	private boolean scheduled;

	private long dueNanos;

	private int timesTold;

	private Tick lastTold;

	private Severity toldSeverity = Severity.DEBUG;

	Kind(Fingerprint fingerprint, boolean other, Example first, Tick now) {
		this.fingerprint = fingerprint;
		this.other = other;
		this.first = first;
		this.latest = first;
		this.firstSeen = first.timestamp();
		this.lastSeen = first.timestamp();
		this.lastFolded = now;
		this.severity = first.severity();
		this.waitingSince = now;
		this.lastTold = now;
	}

	/** Whether this changes when the kind is due: it is the first to wait, or worse. */
	boolean add(LogEvent event, Tick now) {
		boolean firstToWait = !isWaiting();
		boolean worse = event.severity().compareTo(this.severity) > 0;
		this.severity = worse ? event.severity() : this.severity;
		this.waitingSince = firstToWait ? now : this.waitingSince;
		this.firstSinceTaken = (this.firstSinceTaken != null) ? this.firstSinceTaken : now;
		this.waiting.add(event.severity());
		this.total++;
		remember(event, now);
		return firstToWait || worse;
	}

	private void remember(LogEvent event, Tick now) {
		this.latest = event;
		this.lastFolded = now;
		// threads log in any order, and the wall clock may jump
		Instant seen = event.timestamp();
		this.firstSeen = seen.isBefore(this.firstSeen) ? seen : this.firstSeen;
		this.lastSeen = seen.isAfter(this.lastSeen) ? seen : this.lastSeen;
	}

	/** Counts in what an earlier run left of this kind; all of it is on disk. */
	void absorb(SpooledGroup left, Tick now) {
		this.waitingSince = isWaiting() ? this.waitingSince : now;
		this.waiting.addSpooled(left.counts());
		this.first = left.first();
		this.latest = (this.total == 0) ? left.latest() : this.latest;
		this.total += left.total();
		this.severity = left.severity().isAtLeast(this.severity) ? left.severity() : this.severity;
		this.firstSeen = left.firstSeen().isBefore(this.firstSeen) ? left.firstSeen() : this.firstSeen;
		this.lastSeen = left.lastSeen().isAfter(this.lastSeen) ? left.lastSeen() : this.lastSeen;
		this.mayBeRepeat |= left.mayBeRepeat();
		if (left.spoken() && this.timesTold == 0) {
			told(left.severity(), now);
		}
	}

	/** What is not on disk yet; from now on it counts as if it were. */
	GroupDelta spool() {
		GroupDelta delta = new GroupDelta(state(), this.other, this.waiting.unspooled(), this.mayBeRepeat, null);
		this.waiting.spool();
		return delta;
	}

	/** Due then, unless it is due before. */
	void dueBy(long nanos) {
		if (!this.scheduled || nanos - this.dueNanos < 0) {
			this.scheduled = true;
			this.dueNanos = nanos;
		}
	}

	/** What waits now is in a batch; what comes from now on is not. */
	void taken() {
		this.firstSinceTaken = null;
	}

	/** Takes the counts of the batch off; what came after it waits on. */
	void takeOff(Map<Severity, Long> counts) {
		this.waiting.takeOldest(counts);
		this.scheduled = false;
		if (this.firstSinceTaken != null) {
			this.waitingSince = this.firstSinceTaken;
		}
		if (!isWaiting()) {
			this.latest = this.first;
			this.mayBeRepeat = false;
		}
	}

	/** Some of it will never be told. */
	void drop(Map<Severity, Long> counts) {
		this.waiting.takeNewest(counts);
		if (!isWaiting()) {
			this.waiting.unspool();
			takeOff(Map.of());
		}
	}

	/** An acknowledged message told of it. */
	void told(Severity as, Tick now) {
		this.timesTold++;
		this.lastTold = now;
		// not the severity of now: it may have risen since the message was made
		this.toldSeverity = as;
	}

	/** What waits, and what of it is on disk. */
	WaitingCounts counts() {
		return this.waiting;
	}

	/** As a message shows it; "other" is no kind, so it shows its latest event only. */
	EventGroup snapshot() {
		if (this.other) {
			return new EventGroup(this.fingerprint, this.severity, 1, 1, false, this.latest.timestamp(),
					this.latest.timestamp(), this.latest, this.latest, Incident.UNKNOWN);
		}
		return state();
	}

	private EventGroup state() {
		return new EventGroup(this.fingerprint, this.severity, waiting(), this.total, isTold(), this.firstSeen,
				this.lastSeen, this.first, this.latest, Incident.UNKNOWN);
	}

	boolean isFailedStart() {
		return !this.other && FailedStart.isReportedBy(this.first.loggerName());
	}

	boolean mayBeRepeat() {
		return this.mayBeRepeat;
	}

	Fingerprint fingerprint() {
		return this.fingerprint;
	}

	boolean isOther() {
		return this.other;
	}

	Severity severity() {
		return this.severity;
	}

	boolean isWaiting() {
		return this.waiting.total() > 0;
	}

	long waiting() {
		return this.waiting.total();
	}

	Tick waitingSince() {
		return this.waitingSince;
	}

	Tick lastFolded() {
		return this.lastFolded;
	}

	/** Meaningful while something waits. */
	long dueNanos() {
		return this.dueNanos;
	}

	boolean isTold() {
		return this.timesTold > 0;
	}

	int timesTold() {
		return this.timesTold;
	}

	Tick lastTold() {
		return this.lastTold;
	}

	/** Whether it is worse than it was told. */
	boolean hasRisen() {
		return this.severity.compareTo(this.toldSeverity) > 0;
	}

}
