package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Muting;
import io.github.slacklogging.worker.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * Ends mutes that are over and sees to it that those which stand are on disk: what began
 * or ended at once, what they count now and then. At most one update is unanswered. Used
 * by the worker only.
 */
final class MuteKeeping {

	/** A crash may cost so much of what a mute has counted. */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final Duration RETRY = Duration.ofMinutes(1);

	private final Muting muting;

	private final GroupSpool spool;

	private final Mailbox mailbox;

	/** Earlier runs were asked for; before that nothing may be written over them. */
	private boolean open;

	private boolean pending;

	private boolean failing;

	private @Nullable Tick notBefore;

	MuteKeeping(Muting muting, GroupSpool spool, Mailbox mailbox) {
		this.muting = muting;
		this.spool = spool;
		this.mailbox = mailbox;
	}

	/**
	 * Earlier runs were asked for.
	 * @param left what they left
	 * @param now the time
	 */
	void opened(List<KeptMute> left, Tick now) {
		this.open = true;
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
		boolean turn = nanosToTurn(now) == 0 || (atOnce && !this.failing);
		if (this.open && !this.pending && turn && isWanted()) {
			this.notBefore = now.plus(PAUSE);
			this.pending = true;
			List<KeptMute> mutes = this.muting.handOver();
			this.spool.keepMutes(mutes, (answer) -> this.mailbox.put((then) -> answered(answer, then)));
		}
	}

	private boolean isWanted() {
		return this.muting.isChanged() || this.muting.hasCounted();
	}

	private void answered(Kept answer, Tick now) {
		this.pending = false;
		this.failing = !answer.successful();
		if (this.failing) {
			this.notBefore = now.plus(RETRY);
			this.muting.unkept();
		}
	}

	/** Whether the disk has all it is to have, or will not take it. */
	boolean isDone() {
		return !this.open || (!this.pending && (this.failing || !isWanted()));
	}

	private long nanosToTurn(Tick now) {
		Tick until = this.notBefore;
		boolean atOnce = this.muting.isChanged() && !this.failing;
		return (until == null || atOnce) ? 0 : Math.max(0, until.nanos() - now.nanos());
	}

	/** When something is to be done here, apart from an answer. */
	long nanosToNext(Tick now) {
		boolean writes = this.open && !this.pending && isWanted();
		return Math.min(this.muting.nanosToNext(now), writes ? nanosToTurn(now) : Long.MAX_VALUE);
	}

}
