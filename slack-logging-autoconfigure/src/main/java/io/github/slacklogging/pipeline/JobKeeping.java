package io.github.slacklogging.pipeline;

import java.util.List;
import java.util.function.Consumer;

import io.github.slacklogging.ExpectedJob;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.JobEvents;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;
import io.github.slacklogging.job.JobExpectations;
import io.github.slacklogging.worker.Mailbox;
import io.github.slacklogging.worker.TroubleLog;
import org.jspecify.annotations.Nullable;

/**
 * Has jobs told of that are overdue, and sees to it that the next run knows how they
 * stand: what was told at once, successes now and then. Used by the worker only; survives
 * any {@link Throwable}.
 */
final class JobKeeping implements PacedKeeping.Ledger {

	private final JobExpectations expectations;

	private final GroupSpool spool;

	private final PacedKeeping keeping;

	private final TroubleLog trouble;

	private @Nullable JobEvents events;

	private @Nullable List<ExpectedJob> standing;

	JobKeeping(JobExpectations expectations, GroupSpool spool, Mailbox mailbox, TroubleLog trouble) {
		this.expectations = expectations;
		this.spool = spool;
		this.keeping = new PacedKeeping(this, mailbox);
		this.trouble = trouble;
	}

	/**
	 * Jobs that are overdue can be told of from now on.
	 * @param events describes what is told
	 */
	void use(JobEvents events) {
		this.events = events;
	}

	/**
	 * Earlier runs were asked for.
	 * @param left what they left
	 * @param now the time
	 */
	void opened(List<KeptJob> left, Tick now) {
		this.keeping.open();
		this.expectations.restore(left, now);
		this.standing = null;
	}

	/**
	 * A job came to a good end.
	 * @param success which and when
	 * @param now the time
	 */
	void succeeded(JobSuccesses.Success success, Tick now) {
		this.expectations.succeeded(success.name(), success.at(), success.heard(), now);
		this.standing = null;
	}

	/** Whether any job is expected, so that one may be overdue. */
	boolean isWaiting() {
		return !this.expectations.names().isEmpty();
	}

	/** Has told what is due. */
	void advance(Consumer<LogEvent> reception, Tick now) {
		JobEvents describing = this.events;
		if (describing == null) {
			return;
		}
		for (JobReport report : this.expectations.due(now)) {
			this.standing = null;
			try {
				reception.accept(describing.event(report, List.of(), null));
			}
			catch (Throwable ex) {
				this.trouble.accept("telling of a job that is overdue failed: " + ex.getClass().getName());
			}
		}
	}

	/**
	 * Writes what changed, when it is time to.
	 * @param atOnce whether it may not wait for its turn
	 * @param now the time
	 */
	void keep(boolean atOnce, Tick now) {
		this.keeping.keep(atOnce, now);
	}

	/** Whether the disk has all it is to have, or will not take it. */
	boolean isDone() {
		return this.keeping.isDone();
	}

	/**
	 * When something is to be done here, apart from an answer.
	 * @param ending whether nothing more is told
	 * @param now the time
	 */
	long nanosToNext(boolean ending, Tick now) {
		long writes = this.keeping.nanosToNext(now);
		return (ending || this.events == null) ? writes : Math.min(writes, this.expectations.nanosToNext(now));
	}

	/**
	 * How each job stands; as of the last change, after which nothing moves by itself.
	 */
	List<ExpectedJob> standing(Tick now) {
		List<ExpectedJob> known = this.standing;
		if (known == null) {
			known = this.expectations.standing(now);
			this.standing = known;
		}
		return known;
	}

	@Override
	public boolean isChanged() {
		return this.expectations.isChanged();
	}

	@Override
	public boolean hasCounted() {
		return this.expectations.hasSucceeded();
	}

	@Override
	public void write(Consumer<Kept> answer) {
		this.spool.keepJobs(this.expectations.handOver(), answer);
	}

	@Override
	public void unkept() {
		this.expectations.unkept();
	}

}
