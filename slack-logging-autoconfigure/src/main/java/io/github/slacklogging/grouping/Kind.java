package io.github.slacklogging.grouping;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;

/**
 * Everything remembered of one fingerprint at one destination. Mutable; used by the
 * worker only.
 */
final class Kind {

	private final Fingerprint fingerprint;

	private final boolean other;

	private LogEvent first;

	private LogEvent latest;

	private Severity severity;

	private long total;

	private final long[] waiting = new long[Severity.values().length];

	private long waitingTotal;

	private Tick waitingSince;

	private Instant oldestWaiting;

	private Tick lastSeen;

	private int told;

	private Tick lastTold;

	private Severity toldSeverity;

	Kind(Fingerprint fingerprint, boolean other, LogEvent first, Tick now) {
		this.fingerprint = fingerprint;
		this.other = other;
		this.first = first;
		this.latest = first;
		this.severity = first.severity();
		this.waitingSince = now;
		this.oldestWaiting = first.timestamp();
		this.lastSeen = now;
		this.lastTold = now;
		this.toldSeverity = Severity.DEBUG;
	}

	void add(LogEvent event, Tick now) {
		if (this.waitingTotal == 0) {
			this.waitingSince = now;
			this.oldestWaiting = event.timestamp();
		}
		this.latest = event;
		this.lastSeen = now;
		this.total++;
		this.waitingTotal++;
		this.waiting[event.severity().ordinal()]++;
		if (event.severity().compareTo(this.severity) > 0) {
			this.severity = event.severity();
		}
	}

	/** Begins anew after a silence: the next message presents it like a first one. */
	void renew(LogEvent event) {
		this.first = event;
		this.severity = event.severity();
		this.total = 0;
		this.told = 0;
		this.toldSeverity = Severity.DEBUG;
	}

	/** A shown kind was acknowledged. */
	void told(Tick now) {
		this.told++;
		this.lastTold = now;
		this.toldSeverity = this.severity;
	}

	/** Takes counts off; what is left has waited since this batch was made or later. */
	void takeOff(Map<Severity, Long> counts, Tick since) {
		counts.forEach((level, count) -> {
			this.waiting[level.ordinal()] -= count;
			this.waitingTotal -= count;
		});
		this.waitingSince = since;
		this.oldestWaiting = this.latest.timestamp();
	}

	Map<Severity, Long> counts() {
		Map<Severity, Long> counts = new EnumMap<>(Severity.class);
		for (Severity level : Severity.values()) {
			if (this.waiting[level.ordinal()] > 0) {
				counts.put(level, this.waiting[level.ordinal()]);
			}
		}
		return counts;
	}

	/** As a message shows it; "other" shows one example only. */
	EventGroup snapshot() {
		if (this.other) {
			return new EventGroup(this.fingerprint, this.severity, 1, 1, false, this.latest.timestamp(),
					this.latest.timestamp(), this.latest, this.latest);
		}
		return new EventGroup(this.fingerprint, this.severity, this.waitingTotal, this.total, isTold(),
				this.first.timestamp(), this.latest.timestamp(), this.first, this.latest);
	}

	Fingerprint fingerprint() {
		return this.fingerprint;
	}

	boolean isOther() {
		return this.other;
	}

	LogEvent latest() {
		return this.latest;
	}

	Severity severity() {
		return this.severity;
	}

	long waiting() {
		return this.waitingTotal;
	}

	Tick waitingSince() {
		return this.waitingSince;
	}

	Instant oldestWaiting() {
		return this.oldestWaiting;
	}

	Tick lastSeen() {
		return this.lastSeen;
	}

	boolean isTold() {
		return this.told > 0;
	}

	int timesTold() {
		return this.told;
	}

	Tick lastTold() {
		return this.lastTold;
	}

	boolean hasRisen() {
		return isTold() && this.severity.compareTo(this.toldSeverity) > 0;
	}

}
