package io.github.slacklogging.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.slacklogging.ExpectedJob;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.Tick;
import io.github.slacklogging.job.JobExpectations.Expectation;
import org.jspecify.annotations.Nullable;

/** One job that is waited for. Used by the worker only. */
final class Watch {

	/** Readings of a monotonic clock can be compared only within half its range. */
	private static final Duration LONGEST = Duration.ofDays(36_500);

	private final Expectation expectation;

	private final Duration quietAfter;

	private Tick waitedSince;

	private @Nullable Tick lastSuccess;

	private @Nullable Told told;

	Watch(Expectation expectation, Duration quietAfter, Tick now) {
		this.expectation = expectation;
		this.quietAfter = quietAfter;
		this.waitedSince = now;
	}

	void restore(KeptJob kept, Tick now) {
		Instant success = kept.lastSuccess();
		KeptJob.Told before = kept.told();
		this.waitedSince = earlier(this.waitedSince, reading(kept.waitedSince(), now));
		if (this.lastSuccess == null && success != null) {
			this.lastSuccess = reading(success, now);
		}
		if (this.told == null && before != null) {
			this.told = new Told(reading(before.at(), now), before.run());
		}
	}

	/** What the monotonic clock would have read then; not in the future. */
	private static Tick reading(Instant then, Tick now) {
		Duration age = Duration.between(then, now.instant());
		age = age.isNegative() ? Duration.ZERO : age;
		age = (age.compareTo(LONGEST) > 0) ? LONGEST : age;
		return new Tick(now.instant().minus(age), now.nanos() - age.toNanos());
	}

	private static Tick earlier(Tick one, Tick other) {
		return one.isAtOrAfter(other.nanos()) ? other : one;
	}

	void succeeded(Tick at) {
		this.lastSuccess = at;
	}

	private Tick baseline() {
		Tick success = this.lastSuccess;
		return (success != null) ? success : this.waitedSince;
	}

	boolean isOverdue(Tick now) {
		return now.since(baseline()).compareTo(this.expectation.every()) >= 0;
	}

	/**
	 * What was told before the job was late, by a shorter time of an earlier run or
	 * before its last success, does not count.
	 */
	long nanosToDue(Tick now) {
		long every = this.expectation.every().toNanos();
		long due = baseline().nanos() + every;
		if (this.told != null && this.told.at().isAtOrAfter(due)) {
			due = this.told.at().nanos() + every;
		}
		return Math.max(0, due - now.nanos());
	}

	JobReport tell(Tick now) {
		// a job that comes late again and again is one message, as one that never comes
		boolean again = this.told != null && now.since(this.told.at()).compareTo(this.quietAfter) < 0;
		Told telling = new Told(now,
				(again && this.told != null) ? this.told.run() : "expectation since " + now.instant());
		this.told = telling;
		return new JobReport(this.expectation.name(), telling.run(), JobFramework.PLAIN, JobOutcome.OVERDUE,
				baseline().instant(), now.since(baseline()),
				ExpectationWords.of(this.expectation.every(), instant(this.lastSuccess)), Map.of());
	}

	ExpectedJob standing(Tick now) {
		Instant latest = baseline().instant().plus(this.expectation.every());
		return new ExpectedJob(this.expectation.name(), this.expectation.every(), this.waitedSince.instant(),
				instant(this.lastSuccess), isOverdue(now) ? latest : null);
	}

	KeptJob kept() {
		return new KeptJob(this.expectation.name(), this.waitedSince.instant(), instant(this.lastSuccess),
				(this.told != null) ? new KeptJob.Told(this.told.at().instant(), this.told.run()) : null);
	}

	private static @Nullable Instant instant(@Nullable Tick tick) {
		return (tick != null) ? tick.instant() : null;
	}

	/**
	 * That it was overdue.
	 *
	 * @param at when it was told last
	 * @param run of the message
	 */
	private record Told(Tick at, String run) {

	}

}
