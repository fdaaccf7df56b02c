package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.time.Instant;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Since when nothing reaches a destination, and whether that is worth a word when it
 * ends. A failure that the next attempt mends is not: the destination must have been
 * given up, by its circuit breaker or by Slack, or the silence must have lasted. What an
 * earlier run left is always worth a word. Used by the worker only.
 */
final class Outage {

	private static final Duration LONG = Duration.ofMinutes(1);

	/** After a gap the present state is told in so many messages at most. */
	private static final int MAX_MESSAGES = 5;

	private @Nullable Tick since;

	private String reason = "";

	private Cause cause = Cause.UNREACHABLE;

	private long droppedBefore;

	/** When something arrived first, though the note is still to be told. */
	private @Nullable Tick endedAt;

	private boolean noteworthy;

	private int messagesLeft;

	/**
	 * An earlier run left something.
	 * @param cause how it ended
	 * @param now when this run found it
	 */
	void restarted(Cause cause, long dropped, Tick now) {
		this.since = now;
		this.cause = cause;
		this.noteworthy = true;
		this.droppedBefore = dropped;
	}

	/**
	 * An attempt failed.
	 * @param reason what Slack or the network said
	 * @param givenUp whether the destination is not tried any more for a while
	 * @param dropped events dropped so far
	 * @param now the time
	 */
	void failed(@Nullable String reason, boolean givenUp, long dropped, Tick now) {
		if (this.endedAt != null) {
			// another gap; of the one before only what it cost is still worth a word
			this.since = now;
			this.noteworthy = this.cause != Cause.UNREACHABLE || dropped > this.droppedBefore;
		}
		Tick begun = this.since;
		if (begun == null) {
			begun = now;
			this.since = now;
			this.droppedBefore = dropped;
		}
		if (this.cause == Cause.UNREACHABLE) {
			this.reason = (reason != null) ? reason : "";
		}
		this.messagesLeft = 0;
		this.endedAt = null;
		this.noteworthy |= givenUp || now.since(begun).compareTo(LONG) >= 0;
	}

	/** Whether the next message is to be a note about the gap. */
	boolean isToBeTold() {
		return this.noteworthy;
	}

	/** The gap as it would have ended now. */
	DeliveryGap gap(long kinds, long events, long dropped, Tick now) {
		Tick begun = this.since;
		Instant from = (begun != null) ? begun.instant() : now.instant();
		Tick end = this.endedAt;
		Instant ended = (end != null) ? end.instant() : now.instant();
		// the wall clock may have been set back meanwhile
		Instant to = from.isAfter(ended) ? from : ended;
		return new DeliveryGap(this.cause, from, to, this.reason, kinds, events, dropped - this.droppedBefore);
	}

	/** The note was told, or never will be. What gathered is told next. */
	void noted() {
		reset();
		this.messagesLeft = MAX_MESSAGES;
	}

	/**
	 * Something arrived without a note.
	 * @param upToDate whether what is there tells all that gathered, so that an outage
	 * which cost nothing needs no word
	 * @param dropped events dropped so far
	 * @param now the time
	 */
	void ended(boolean upToDate, long dropped, Tick now) {
		boolean costNothing = this.cause == Cause.UNREACHABLE && dropped == this.droppedBefore;
		if (!this.noteworthy || (upToDate && costNothing)) {
			reset();
		}
		else if (this.endedAt == null) {
			this.endedAt = now;
		}
	}

	private void reset() {
		this.since = null;
		this.endedAt = null;
		this.cause = Cause.UNREACHABLE;
		this.noteworthy = false;
		this.reason = "";
	}

	/** Whether the present state is being told, due or not. */
	boolean isBeingMadeUpFor() {
		return this.messagesLeft > 0;
	}

	/** Whether this message has to tell all that is left. */
	boolean isLastMessage() {
		return this.messagesLeft == 1;
	}

	/** One message of the present state was told, or nothing is left to tell. */
	void madeUp(boolean all) {
		this.messagesLeft = all ? 0 : Math.max(0, this.messagesLeft - 1);
	}

	/** How long this destination has been in trouble. */
	Duration lasted(Tick now) {
		Tick begun = this.since;
		return (begun != null) ? now.since(begun) : Duration.ZERO;
	}

}
