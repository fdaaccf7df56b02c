package io.github.slacklogging.grouping;

import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * The one message that stands for a kind where messages can be edited, and what is still
 * to be done to it. Without a {@link #ref()} there is none. Mutable; used by the worker
 * only.
 */
final class LivingMessage {

	private static final int MAX_LOSSES = 10;

	private @Nullable MessageRef ref;

	/** Edits since it was posted, or since the kind came back. */
	private int edits;

	private Tick changedAt;

	private @Nullable Mute shownMute;

	private boolean traceOwed;

	private boolean marked;

	private boolean markWanted;

	/** It was there and is gone. */
	private boolean lost;

	/** How often that happened since the kind began or came back. */
	private int losses;

	LivingMessage(Tick now) {
		this.changedAt = now;
	}

	/** It stands in Slack from now on. */
	void posted(MessageRef ref, boolean withTrace, Tick now) {
		this.ref = ref;
		this.edits = 0;
		this.changedAt = now;
		this.traceOwed = withTrace;
		this.marked = false;
		this.markWanted = false;
		this.lost = false;
		this.shownMute = null;
	}

	/** An earlier run left it. */
	void resume(@Nullable MessageRef ref, boolean quiet, Tick now) {
		if (this.ref == null && ref != null) {
			posted(ref, false, now);
			// how far the edits had got is not known: the slow pace does no harm
			this.edits = Integer.MAX_VALUE;
			this.marked = quiet;
			this.markWanted = quiet;
		}
	}

	void edited(Tick now) {
		this.edits = (this.edits == Integer.MAX_VALUE) ? this.edits : this.edits + 1;
		this.changedAt = now;
	}

	/** The kind came back: the first edits come quickly again. */
	void returned(Tick now) {
		this.edits = 0;
		this.losses = 0;
		this.changedAt = now;
	}

	void gone() {
		this.ref = null;
		this.lost = true;
		this.losses = Math.min(this.losses + 1, MAX_LOSSES);
		this.traceOwed = false;
	}

	/** What it shows now has a trace that the thread has not. */
	void oweTrace() {
		this.traceOwed = true;
	}

	void traced() {
		this.traceOwed = false;
	}

	void wantMark(boolean wanted) {
		this.markWanted = wanted;
	}

	/** The mark is as wanted. */
	void markSettled() {
		this.marked = this.markWanted;
	}

	/** The mark stays as it is. */
	void markRefused() {
		this.markWanted = this.marked;
	}

	/** It says this of a mute, or nothing. */
	void showsMute(@Nullable Mute mute) {
		this.shownMute = mute;
	}

	@Nullable Mute shownMute() {
		return this.shownMute;
	}

	@Nullable MessageRef ref() {
		return this.ref;
	}

	int edits() {
		return this.edits;
	}

	Tick changedAt() {
		return this.changedAt;
	}

	boolean isTraceOwed() {
		return this.traceOwed;
	}

	boolean isMarkOwed() {
		return this.marked != this.markWanted;
	}

	boolean isMarkWanted() {
		return this.markWanted;
	}

	/** How often it was told anew because it was gone. */
	int losses() {
		return this.losses;
	}

	boolean isLost() {
		return this.lost;
	}

}
