package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.Tick;
import io.github.slacklogging.channel.ChannelRouting.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Errors that a framework logs of a job just before the report of it comes wait here for
 * that report, and for no longer than an error waits for company anyway. Reports of the
 * last moments are remembered for what is logged after them. Bounded; used by the worker
 * only.
 */
final class ErrorPen {

	/** What waits beyond that goes its usual way, the oldest first. */
	static final int MAX_HELD = 64;

	/** As long as a throwable that is logged twice is known again. */
	static final Duration MOMENT = Duration.ofSeconds(5);

	/** Frameworks of which the report comes first. */
	private static final Set<JobFramework> AFTERWARDS = Set.of(JobFramework.SCHEDULED);

	/** Some of what it logs of a failure has no throwable. */
	private static final Set<String> WORDY = JobFramework.BATCH.errorLoggers();

	private final Duration patience;

	/** Loggers that log the failure of a job. */
	private final Set<String> loggers = new HashSet<>();

	/** Those of them that log it before the report comes. */
	private final Set<String> early = new HashSet<>();

	private final Deque<Held> held = new ArrayDeque<>();

	private final Deque<Reported> reported = new ArrayDeque<>();

	ErrorPen(SlackPipeline.JobErrors settings) {
		this.patience = settings.patience();
		for (JobFramework framework : settings.frameworks()) {
			this.loggers.addAll(framework.errorLoggers());
			if (!AFTERWARDS.contains(framework)) {
				this.early.addAll(framework.errorLoggers());
			}
		}
	}

	/** The report that told the same failure a moment ago. */
	@Nullable Reported reportOf(LogEvent event, Tick now) {
		if (event.throwable() == null || !this.loggers.contains(event.loggerName())) {
			return null;
		}
		forget(now);
		for (Reported each : this.reported) {
			if (FailedRun.isSame(event.throwable(), each.thrown())) {
				return each;
			}
		}
		return null;
	}

	/** Whether a report of what it logs may be about to come. */
	boolean takes(LogEvent event) {
		return event.severity() == Severity.ERROR && !this.patience.isZero() && this.early.contains(event.loggerName())
				&& (event.throwable() != null || WORDY.contains(event.loggerName()));
	}

	/**
	 * Has an event wait.
	 * @return what has to make room, {@code null} for nothing
	 */
	@Nullable Held hold(LogEvent event, Decision decision, Tick now) {
		this.held.add(new Held(event, decision, now));
		return (this.held.size() > MAX_HELD) ? this.held.poll() : null;
	}

	/**
	 * A report was folded.
	 * @param report with what was thrown, if anything
	 * @param run what it was found to be
	 * @param destinations that it goes to
	 * @param now the time
	 * @return what waited for it, in the order of the log calls
	 */
	List<LogEvent> reported(LogEvent report, Fingerprint run, List<String> destinations, Tick now) {
		ThrowableSnapshot thrown = report.throwable();
		if (thrown == null || this.loggers.isEmpty()) {
			return List.of();
		}
		forget(now);
		this.reported.addFirst(new Reported(thrown, run, destinations, now));
		if (this.reported.size() > MAX_HELD) {
			this.reported.removeLast();
		}
		FailedRun failed = FailedRun.of(report, thrown, this.held.stream().map(Held::event).toList());
		List<LogEvent> echoes = this.held.stream().map(Held::event).filter(failed::isTold).toList();
		this.held.removeIf((each) -> echoes.contains(each.event()));
		return echoes;
	}

	private void forget(Tick now) {
		while (!this.reported.isEmpty() && now.since(this.reported.getLast().at()).compareTo(MOMENT) > 0) {
			this.reported.removeLast();
		}
	}

	/**
	 * What has waited in vain, the oldest first.
	 * @param all whether nothing may wait any more
	 * @param now the time
	 * @return {@code null} for none
	 */
	@Nullable Held release(boolean all, Tick now) {
		Held oldest = this.held.peek();
		boolean due = oldest != null && (all || now.since(oldest.since()).compareTo(this.patience) >= 0);
		return due ? this.held.poll() : null;
	}

	int size() {
		return this.held.size();
	}

	/** How long until something has waited in vain. */
	long nanosToNext(Tick now) {
		Held oldest = this.held.peek();
		return (oldest != null) ? Math.max(0, this.patience.minus(now.since(oldest.since())).toNanos())
				: Long.MAX_VALUE;
	}

	/**
	 * An error that waits.
	 *
	 * @param event not masked
	 * @param decision where it goes if no report comes
	 * @param since when it waits
	 */
	record Held(LogEvent event, Decision decision, Tick since) {

	}

	/**
	 * A report that was folded.
	 *
	 * @param thrown what it tells
	 * @param run what it was found to be
	 * @param destinations that it went to
	 * @param at when
	 */
	record Reported(ThrowableSnapshot thrown, Fingerprint run, List<String> destinations, Tick at) {

	}

}
