package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * When a rate limit alone held up what was due on one wire at one pace: ours, or the
 * pause that Slack asked for with a 429. That time is nobody's illness. A 429 excuses
 * nothing any more once nothing was answered otherwise for a whole window: a Slack that
 * says "slow down" for ever does not deliver. Used by the worker only.
 */
final class Pacing {

	/** A quarter of an hour of messages at Slack's pace. */
	private static final int MAX_SPANS = 1_000;

	private final Duration window;

	private final Deque<Span> past = new ArrayDeque<>();

	/** Begun when last looked at, and perhaps not over yet. */
	private @Nullable Span present;

	private @Nullable Tick dueSince;

	private @Nullable Tick answeredAt;

	/** Slack said 429, and nothing else since. */
	private boolean throttled;

	Pacing(Duration window) {
		this.window = window;
	}

	/** Slack said 429. */
	void throttled() {
		this.throttled = true;
	}

	/** Slack answered otherwise than by a 429 or a failure. */
	void answered(Tick now) {
		this.throttled = false;
		this.answeredAt = now;
	}

	/**
	 * How it stands after a round of the worker, until the next one.
	 * @param due whether something is due
	 * @param heldUntilNanos until when a rate limit is all that holds it up
	 * @param now the time
	 */
	void look(boolean due, long heldUntilNanos, Tick now) {
		end(now);
		Tick since = this.dueSince;
		this.dueSince = due ? ((since != null) ? since : now) : null;
		boolean excused = heldUntilNanos - now.nanos() > 0 && !(this.throttled && isSilent(now));
		this.present = excused ? new Span(now.nanos(), heldUntilNanos) : null;
	}

	private void end(Tick now) {
		Span ended = this.present;
		if (ended == null) {
			return;
		}
		Span until = ended.until(now.nanos());
		Span before = this.past.peekLast();
		if (before != null && before.end() == until.start()) {
			// the worker looks far more often than a permit comes
			this.past.removeLast();
			until = new Span(before.start(), until.end());
		}
		this.past.addLast(until);
		if (this.past.size() > MAX_SPANS) {
			this.past.removeFirst();
		}
		this.present = null;
	}

	/** Whether something was due when last looked at. */
	boolean isDue() {
		return this.dueSince != null;
	}

	/** How much of the time since that moment a rate limit alone took. */
	Duration since(long nanos, Tick now) {
		Span open = this.present;
		long sum = (open != null) ? open.until(now.nanos()).nanosAfter(nanos) : 0;
		Iterator<Span> latestFirst = this.past.descendingIterator();
		while (latestFirst.hasNext()) {
			long part = latestFirst.next().nanosAfter(nanos);
			if (part == 0) {
				break;
			}
			sum += part;
		}
		return Duration.ofNanos(sum);
	}

	/** How much longer a rate limit alone holds it up, as things stand. */
	long nanosLeft(Tick now) {
		Span open = this.present;
		return (open != null) ? Math.max(0, open.end() - now.nanos()) : 0;
	}

	/**
	 * Whether something is due, nothing excuses that, and nothing was answered for a
	 * window.
	 */
	boolean isStalled(Tick now) {
		return this.present == null && isSilent(now);
	}

	private boolean isSilent(Tick now) {
		return nanosToSilence(now) <= 0;
	}

	/**
	 * How long until nothing was answered for too long, {@link Long#MAX_VALUE} for never.
	 */
	long nanosToSilence(Tick now) {
		Tick since = this.dueSince;
		if (since == null) {
			return Long.MAX_VALUE;
		}
		Tick answered = this.answeredAt;
		Tick from = (answered != null && answered.isAtOrAfter(since.nanos())) ? answered : since;
		return this.window.minus(now.since(from)).toNanos() + 1;
	}

	/** Nanoseconds, as {@link Tick#nanos()}. */
	private record Span(long start, long end) {

		Span until(long nanos) {
			return (nanos - this.end < 0) ? new Span(this.start, nanos) : this;
		}

		long nanosAfter(long nanos) {
			return (nanos - this.start <= 0) ? this.end - this.start : Math.max(0, this.end - nanos);
		}

	}

}
