package io.github.slacklogging.pipeline;

import java.util.List;
import java.util.function.Consumer;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Muting;
import io.github.slacklogging.worker.Mailbox;

/**
 * Ends mutes that are over and sees to it that those which stand are on disk: what began
 * or ended at once, what they count now and then. Used by the worker only.
 */
final class MuteKeeping implements PacedKeeping.Ledger {

	private final Muting muting;

	private final GroupSpool spool;

	private final PacedKeeping keeping;

	MuteKeeping(Muting muting, GroupSpool spool, Mailbox mailbox) {
		this.muting = muting;
		this.spool = spool;
		this.keeping = new PacedKeeping(this, mailbox);
	}

	/**
	 * Earlier runs were asked for.
	 * @param left what they left
	 * @param now the time
	 */
	void opened(List<KeptMute> left, Tick now) {
		this.keeping.open();
		this.muting.restore(left, now);
	}

	/** Ends what is over. */
	void advance(Tick now) {
		this.muting.advance(now);
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

	/** When something is to be done here, apart from an answer. */
	long nanosToNext(Tick now) {
		return Math.min(this.muting.nanosToNext(now), this.keeping.nanosToNext(now));
	}

	@Override
	public boolean isChanged() {
		return this.muting.isChanged();
	}

	@Override
	public boolean hasCounted() {
		return this.muting.hasCounted();
	}

	@Override
	public void write(Consumer<Kept> answer) {
		this.spool.keepMutes(this.muting.handOver(), answer);
	}

	@Override
	public void unkept() {
		this.muting.unkept();
	}

}
