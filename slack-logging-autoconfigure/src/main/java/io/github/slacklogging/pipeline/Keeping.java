package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.worker.Mailbox;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that what waits at one destination is on disk too: new events within a
 * second and a bit, nothing that was told longer than necessary, and a mark while a
 * message is under way whose answer a crash would swallow. At most one update is
 * unanswered. A disk that fails or does not answer holds up nothing: what waits is then
 * in memory only, and is written when the disk is back. Used by the worker only.
 *
 * <p>
 * Longer than a class of ours should be: what is wanted on disk, what is known to be
 * there and when to try again are one state machine.
 */
final class Keeping {

	/** One write a second is enough, and all a slow disk gets. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** A send waits so long for the disk, and no longer. */
	private static final Duration MAX_WAIT = Duration.ofMillis(250);

	private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

	private static final Duration LAST_RETRY = Duration.ofMinutes(5);

	/** When not everything found room. */
	private static final Duration FULL_PAUSE = Duration.ofSeconds(30);

	private final String name;

	private final Office office;

	/** Earlier runs were asked for; before that nothing may be written over them. */
	private boolean open;

	/** An update is not answered yet. */
	private boolean pending;

	/** There may be something on disk. */
	private boolean kept;

	/** What is on disk is more than what waits, or not known. */
	private boolean stale;

	private boolean marked;

	/** A message is under way, or one may have arrived. */
	private boolean underWay;

	/** What an earlier run left may have been told: the mark must stay until then. */
	private boolean repeatsLeft;

	private @Nullable Tick askedToSend;

	private @Nullable Tick notBefore;

	private Duration retry = FIRST_RETRY;

	private boolean failing;

	private boolean full;

	private long spooledBefore;

	Keeping(String name, Office office) {
		this.name = name;
		this.office = office;
	}

	/**
	 * Earlier runs were asked for.
	 * @param groups what they left
	 */
	void opened(List<SpooledGroup> groups) {
		this.open = true;
		this.kept = !groups.isEmpty();
		this.repeatsLeft = groups.stream().anyMatch(SpooledGroup::mayBeRepeat);
	}

	/**
	 * Starts what is to be done now.
	 * @param atOnce whether a write may not wait for its turn
	 * @param now the time
	 */
	void advance(boolean atOnce, Tick now) {
		if (!this.pending && this.open && !isPausing(this.failing && !atOnce, now)) {
			boolean turn = atOnce || !isPausing(true, now);
			if (turn && isWriteWanted()) {
				write(now);
			}
			else if (this.kept && this.stale && waiting() == 0) {
				update(List.of(), true, 0);
			}
			else if (this.marked != isMarkWanted()) {
				update(List.of(), false, this.office.grouping().spooled(this.name));
			}
		}
	}

	/** As {@link #advance}, without a pause that only spares the disk. */
	void hurry(Tick now) {
		advance(!this.failing && !this.full, now);
	}

	private boolean isPausing(boolean counts, Tick now) {
		Tick until = this.notBefore;
		return counts && until != null && !now.isAtOrAfter(until.nanos());
	}

	private boolean isWriteWanted() {
		return waiting() > 0 && (this.stale || unspooled() > 0);
	}

	/** What was told and is still on disk is a repeat for the next run. */
	private boolean isMarkWanted() {
		return this.underWay || this.repeatsLeft || (this.kept && this.stale);
	}

	private void write(Tick now) {
		this.notBefore = now.plus(PAUSE);
		boolean replacing = this.stale;
		long before = this.office.grouping().spooled(this.name);
		List<SpooledGroup> groups;
		try {
			groups = this.office.grouping()
				.spool(this.name, replacing, now)
				.stream()
				.map(this.office.telling()::mask)
				.toList();
		}
		catch (Throwable ex) {
			// no memory for it, say: nothing of this counts as kept
			failed(now);
			return;
		}
		update(groups, replacing, before);
	}

	private void update(List<SpooledGroup> groups, boolean replacing, long before) {
		boolean mark = replacing ? this.underWay : isMarkWanted();
		this.pending = true;
		this.spooledBefore = replacing ? 0 : before;
		this.kept |= !groups.isEmpty();
		this.stale &= !replacing;
		this.office.spool()
			.keep(this.name, new Update(groups, replacing, mark), (answer) -> this.office.mailbox()
				.put((then) -> answered(answer, groups.size(), replacing, mark, then)));
	}

	private void answered(Kept answer, int groups, boolean replacing, boolean mark, Tick now) {
		this.pending = false;
		this.failing = !answer.successful();
		if (this.failing) {
			failed(now);
			return;
		}
		this.retry = FIRST_RETRY;
		this.marked = mark;
		this.repeatsLeft &= !replacing;
		this.kept &= !(replacing && groups == 0);
		this.office.grouping().spooledOnly(this.name, answer.groups());
		// a mark alone says nothing about room
		this.full = answer.groups() < groups || (this.full && groups == 0 && !replacing);
		if (answer.groups() < groups) {
			noRoom(replacing, now);
		}
	}

	/** Nothing is known to be on disk. */
	private void failed(Tick now) {
		this.failing = true;
		this.office.grouping().unspool(this.name);
		this.stale = true;
		this.kept = true;
		this.notBefore = now.plus(this.retry);
		Duration longer = this.retry.multipliedBy(2);
		this.retry = (longer.compareTo(LAST_RETRY) > 0) ? LAST_RETRY : longer;
	}

	private void noRoom(boolean replacing, Tick now) {
		this.notBefore = now.plus(FULL_PAUSE);
		if (!replacing) {
			// something kept before may have made room: the next update says what is kept
			this.office.grouping().unspool(this.name);
			this.stale = true;
		}
	}

	/**
	 * Whether a message may be sent as far as the disk is concerned: it is marked as
	 * under way there, or the disk had its time.
	 * @param urgent whether it waits for nothing
	 * @param now the time
	 */
	boolean permitsSend(boolean urgent, Tick now) {
		this.underWay = true;
		Tick asked = (this.askedToSend != null) ? this.askedToSend : now;
		this.askedToSend = asked;
		advance(false, now);
		boolean ready = this.marked && !this.pending;
		return ready || urgent || !this.open || this.failing || now.since(asked).compareTo(MAX_WAIT) >= 0;
	}

	/** The message that was asked for is on its way, or will not be sent after all. */
	void sent() {
		this.askedToSend = null;
	}

	/**
	 * A message ended.
	 * @param mayHaveArrived whether it may have arrived though nobody acknowledged it
	 */
	void landed(boolean mayHaveArrived) {
		this.underWay = mayHaveArrived;
	}

	/** Events were acknowledged or given up: what is on disk is too much. */
	void settled() {
		this.stale |= this.kept;
	}

	/** Whether the disk has all it is to have. */
	boolean isDone() {
		boolean nothingToDo = !isWriteWanted() && !(this.kept && this.stale) && this.marked == isMarkWanted();
		return !this.open || (!this.pending && (nothingToDo || this.failing || this.full));
	}

	/** The end: what is still unanswered is not known to be on disk. */
	void abandon() {
		if (this.pending) {
			this.pending = false;
			this.office.grouping().spooledOnly(this.name, 0);
		}
	}

	/** Waiting events that are known to be on disk. */
	long spooled() {
		long spooled = this.office.grouping().spooled(this.name);
		return (!this.pending) ? spooled : Math.min(this.spooledBefore, spooled);
	}

	/** Whether there was no room for all. */
	boolean isFull() {
		return this.full;
	}

	/** When something is to be done here, apart from an answer. */
	long nanosToNext(Tick now) {
		boolean something = isWriteWanted() || (this.kept && this.stale) || this.marked != isMarkWanted();
		if (!this.pending && this.open && something) {
			Tick until = this.notBefore;
			return (until != null) ? Math.max(0, until.nanos() - now.nanos()) : 0;
		}
		return Long.MAX_VALUE;
	}

	/** How long the disk may still hold up a message. */
	long nanosHoldingUp(Tick now) {
		Tick asked = this.askedToSend;
		boolean ready = !this.open || this.failing || (!this.pending && this.marked);
		return (asked == null || ready) ? 0 : Math.max(0, MAX_WAIT.minus(now.since(asked)).toNanos());
	}

	private long waiting() {
		return this.office.grouping().waiting(this.name);
	}

	private long unspooled() {
		return waiting() - this.office.grouping().spooled(this.name);
	}

	/** What all destinations share. */
	record Office(GroupSpool spool, EventGrouping grouping, Telling telling, Mailbox mailbox) {

	}

}
