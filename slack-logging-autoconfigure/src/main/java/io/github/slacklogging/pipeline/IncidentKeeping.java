package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the incidents of one destination are on disk, so that another run goes
 * on in the same messages. At most one update is unanswered, at most one a second is
 * made, and only what changed is written. Used by the worker only.
 */
final class IncidentKeeping {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration RETRY = Duration.ofMinutes(1);

	private final String name;

	private final Keeping.Office office;

	/** Earlier runs were asked for. */
	private boolean open;

	private boolean pending;

	private boolean failing;

	private @Nullable Tick notBefore;

	IncidentKeeping(String name, Keeping.Office office) {
		this.name = name;
		this.office = office;
	}

	void opened() {
		this.open = true;
	}

	/**
	 * Writes what changed, when it is time to.
	 * @param atOnce whether it may not wait for its turn
	 * @param now the time
	 */
	void advance(boolean atOnce, Tick now) {
		Tick until = this.notBefore;
		boolean turn = until == null || now.isAtOrAfter(until.nanos()) || (atOnce && !this.failing);
		if (this.open && !this.pending && turn && isWanted()) {
			write(now);
		}
	}

	private boolean isWanted() {
		return this.office.grouping().isIncidentChanged(this.name);
	}

	private void write(Tick now) {
		this.notBefore = now.plus(PAUSE);
		List<SpooledGroup> changed;
		try {
			changed = this.office.grouping()
				.changedIncidents(this.name, now)
				.stream()
				.map(this.office.telling()::mask)
				.toList();
		}
		catch (Throwable ex) {
			// no memory for it, say: nothing of this counts as kept
			failed(now);
			return;
		}
		this.pending = true;
		this.office.spool()
			.keepIncidents(this.name, changed, (answer) -> this.office.mailbox().put((then) -> answered(answer, then)));
	}

	private void answered(Kept answer, Tick now) {
		this.pending = false;
		this.failing = !answer.successful();
		if (this.failing) {
			failed(now);
		}
	}

	private void failed(Tick now) {
		this.failing = true;
		this.notBefore = now.plus(RETRY);
		this.office.grouping().unkeptIncidents(this.name);
	}

	/** Whether the disk has all it is to have, or will not take it. */
	boolean isDone() {
		return !this.open || (!this.pending && (this.failing || !isWanted()));
	}

	/** When something is to be done here, apart from an answer. */
	long nanosToNext(Tick now) {
		if (!this.open || this.pending || !isWanted()) {
			return Long.MAX_VALUE;
		}
		Tick until = this.notBefore;
		return (until != null) ? Math.max(0, until.nanos() - now.nanos()) : 0;
	}

}
