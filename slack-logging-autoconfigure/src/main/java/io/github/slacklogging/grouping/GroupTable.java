package io.github.slacklogging.grouping;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one destination and when they speak. An event makes a kind due sooner or
 * not at all, never later, so the next moment is known without looking at the kinds; they
 * are looked at when a batch is taken or settled. Used by the worker only.
 */
final class GroupTable {

	private final SpeakingRules rules;

	private final BatchSelection selection;

	private final KnownKinds known;

	/** Kinds with waiting events, the longest waiting first. */
	private final Set<Kind> waiting = new LinkedHashSet<>();

	private long waitingEvents;

	/** Waiting events of news. */
	private long newEvents;

	/** Meaningful while something waits. */
	private long nextDueNanos;

	private @Nullable GroupBatch open;

	GroupTable(Settings settings) {
		this.rules = new SpeakingRules(settings);
		this.selection = new BatchSelection(settings.samples(), this.rules);
		this.known = new KnownKinds(settings, this.rules);
	}

	void fold(LogEvent event, Fingerprint fingerprint, Tick now) {
		Kind kind = this.known.kindOf(event, fingerprint, now);
		boolean wasNews = kind.isWaiting() && this.rules.isNews(kind);
		boolean matters = kind.add(event, now);
		this.waitingEvents++;
		if (matters) {
			schedule(kind, this.rules.dueNanos(kind, now));
		}
		if (this.rules.isNews(kind)) {
			crowd(kind, wasNews ? 1 : kind.waiting(), now);
		}
	}

	private void schedule(Kind kind, long dueNanos) {
		kind.dueBy(dueNanos);
		if (this.waiting.isEmpty() || kind.dueNanos() - this.nextDueNanos < 0) {
			this.nextDueNanos = kind.dueNanos();
		}
		this.waiting.add(kind);
	}

	private void crowd(Kind kind, long events, Tick now) {
		boolean wasCrowd = this.rules.isCrowd(this.newEvents);
		this.newEvents += events;
		if (wasCrowd) {
			schedule(kind, now.nanos());
		}
		else if (this.rules.isCrowd(this.newEvents)) {
			for (Kind other : this.waiting) {
				if (this.rules.isNews(other)) {
					schedule(other, now.nanos());
				}
			}
		}
	}

	boolean isDue(Tick now) {
		return !this.waiting.isEmpty() && now.isAtOrAfter(this.nextDueNanos);
	}

	long nextDueNanos() {
		return this.waiting.isEmpty() ? Long.MAX_VALUE : this.nextDueNanos;
	}

	/**
	 * The batch stays counted as waiting. It takes the place of one taken before, which
	 * cannot be settled any more.
	 */
	Optional<GroupBatch> take(Tick now, boolean all) {
		Optional<GroupBatch> batch = this.selection.select(this.waiting, now, all);
		batch.ifPresent((taken) -> taken.shares().forEach((share) -> share.kind().taken()));
		this.open = batch.orElse(null);
		return batch;
	}

	void acknowledged(GroupBatch batch, Tick now) {
		close(batch);
		for (Share share : batch.shares()) {
			if (share.isTold()) {
				share.kind().told(share.severity(), now);
			}
			settle(share);
		}
		reckon();
		this.known.forgetQuiet(now);
	}

	void dropped(GroupBatch batch) {
		close(batch);
		batch.shares().forEach(this::settle);
		reckon();
	}

	private void close(GroupBatch batch) {
		if (batch != this.open) {
			throw new IllegalStateException("Only the batch taken last can be settled, and only once");
		}
		this.open = null;
	}

	private void settle(Share share) {
		Kind kind = share.kind();
		kind.takeOff(share.counts());
		this.waitingEvents -= share.total();
		if (kind.isWaiting()) {
			kind.dueBy(this.rules.dueNanos(kind, kind.waitingSince()));
		}
		else {
			this.waiting.remove(kind);
			this.known.settled(kind);
		}
	}

	private void reckon() {
		this.newEvents = 0;
		boolean first = true;
		for (Kind kind : this.waiting) {
			this.newEvents += this.rules.isNews(kind) ? kind.waiting() : 0;
			this.nextDueNanos = (first || kind.dueNanos() - this.nextDueNanos < 0) ? kind.dueNanos()
					: this.nextDueNanos;
			first = false;
		}
	}

	long waiting() {
		return this.waitingEvents;
	}

	long overdue(Tick now) {
		long overdue = 0;
		if (isDue(now)) {
			for (Kind kind : this.waiting) {
				overdue += now.isAtOrAfter(kind.dueNanos()) ? kind.waiting() : 0;
			}
		}
		return overdue;
	}

}
