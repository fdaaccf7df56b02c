package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.Tick;
import io.github.slacklogging.worker.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that something small, which is always written as a whole, is on disk: what
 * matters at once, the rest now and then. At most one update is unanswered. Used by the
 * worker only.
 */
final class PacedKeeping {

	/** A crash may cost what happened in so much time. */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final Duration RETRY = Duration.ofMinutes(1);

	private final Ledger ledger;

	private final Mailbox mailbox;

	/** Earlier runs were asked for; before that nothing may be written over them. */
	private boolean open;

	private boolean pending;

	private boolean failing;

	private @Nullable Tick notBefore;

	PacedKeeping(Ledger ledger, Mailbox mailbox) {
		this.ledger = ledger;
		this.mailbox = mailbox;
	}

	/** Earlier runs were asked for. */
	void open() {
		this.open = true;
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
			this.ledger.write((answer) -> this.mailbox.put((then) -> answered(answer, then)));
		}
	}

	private boolean isWanted() {
		return this.ledger.isChanged() || this.ledger.hasCounted();
	}

	private void answered(Kept answer, Tick now) {
		this.pending = false;
		this.failing = !answer.successful();
		if (this.failing) {
			this.notBefore = now.plus(RETRY);
			this.ledger.unkept();
		}
	}

	/** Whether the disk has all it is to have, or will not take it. */
	boolean isDone() {
		return !this.open || (!this.pending && (this.failing || !isWanted()));
	}

	private long nanosToTurn(Tick now) {
		Tick until = this.notBefore;
		boolean atOnce = this.ledger.isChanged() && !this.failing;
		return (until == null || atOnce) ? 0 : Math.max(0, until.nanos() - now.nanos());
	}

	/** When something is to be written, apart from an answer. */
	long nanosToNext(Tick now) {
		boolean writes = this.open && !this.pending && isWanted();
		return writes ? nanosToTurn(now) : Long.MAX_VALUE;
	}

	/** What is to be kept. */
	interface Ledger {

		/** Whether it changed so that it is to be written at once. */
		boolean isChanged();

		/** Whether it changed at all. */
		boolean hasCounted();

		/** Has it written; it counts as kept from now on. */
		void write(Consumer<Kept> answer);

		/** Nothing is known to be kept any more. */
		void unkept();

	}

}
