package io.github.slacklogging.grouping;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Everything remembered of one fingerprint at one destination: two events at most, one
 * while nothing waits, and numbers. Mutable; used by the worker only.
 */
final class Kind {

	private static final Severity[] SEVERITIES = Severity.values();

	private final Fingerprint fingerprint;

	private final boolean other;

	private final LogEvent first;

	private LogEvent latest;

	private Instant firstSeen;

	private Instant lastSeen;

	private Tick lastFolded;

	private Severity severity;

	private long total;

	private final long[] waiting = new long[SEVERITIES.length];

	private long waitingTotal;

	private Tick waitingSince;

	private @Nullable Tick firstSinceTaken;

	private boolean scheduled;

	private long dueNanos;

	private int timesTold;

	private Tick lastTold;

	private Severity toldSeverity = Severity.DEBUG;

	Kind(Fingerprint fingerprint, boolean other, LogEvent first, Tick now) {
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
		boolean firstToWait = this.waitingTotal == 0;
		boolean worse = event.severity().compareTo(this.severity) > 0;
		this.severity = worse ? event.severity() : this.severity;
		this.waitingSince = firstToWait ? now : this.waitingSince;
		this.firstSinceTaken = (this.firstSinceTaken != null) ? this.firstSinceTaken : now;
		this.waiting[event.severity().ordinal()]++;
		this.waitingTotal++;
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
		counts.forEach((level, count) -> {
			this.waiting[level.ordinal()] -= count;
			this.waitingTotal -= count;
		});
		this.scheduled = false;
		if (this.firstSinceTaken != null) {
			this.waitingSince = this.firstSinceTaken;
		}
		if (this.waitingTotal == 0) {
			this.latest = this.first;
		}
	}

	/** An acknowledged message told of it. */
	void told(Severity as, Tick now) {
		this.timesTold++;
		this.lastTold = now;
		// not the severity of now: it may have risen since the message was made
		this.toldSeverity = as;
	}

	Map<Severity, Long> counts() {
		Map<Severity, Long> counts = new EnumMap<>(Severity.class);
		for (Severity level : SEVERITIES) {
			if (this.waiting[level.ordinal()] > 0) {
				counts.put(level, this.waiting[level.ordinal()]);
			}
		}
		return counts;
	}

	/** As a message shows it; "other" is no kind, so it shows its latest event only. */
	EventGroup snapshot() {
		if (this.other) {
			return new EventGroup(this.fingerprint, this.severity, 1, 1, false, this.latest.timestamp(),
					this.latest.timestamp(), this.latest, this.latest);
		}
		return new EventGroup(this.fingerprint, this.severity, this.waitingTotal, this.total, isTold(), this.firstSeen,
				this.lastSeen, this.first, this.latest);
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
		return this.waitingTotal > 0;
	}

	long waiting() {
		return this.waitingTotal;
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
