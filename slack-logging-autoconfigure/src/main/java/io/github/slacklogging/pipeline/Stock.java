package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.grouping.GroupBatch;

/**
 * What waits for one destination: its groups in memory, their copy on disk, and how they
 * are counted when they are told or given up. Used by the worker only.
 */
final class Stock {

	private final String name;

	private final EventGrouping grouping;

	private final Keeping keeping;

	private final PipelineListener listener;

	Stock(String name, EventGrouping grouping, Keeping keeping, PipelineListener listener) {
		this.name = name;
		this.grouping = grouping;
		this.keeping = keeping;
		this.listener = listener;
	}

	/** The copy on disk. */
	Keeping keeping() {
		return this.keeping;
	}

	boolean isDue(Tick now) {
		return this.grouping.isDue(this.name, now);
	}

	/** Whether something that is due waits for nothing, not even for the disk. */
	boolean isUrgent(Tick now) {
		return this.grouping.isUrgent(this.name, now);
	}

	/** What is due and its company. */
	Optional<GroupBatch> take(Tick now) {
		return this.grouping.take(this.name, now);
	}

	/** The most important of everything; the rest waits for the next message. */
	Optional<GroupBatch> takePresent(Tick now) {
		return this.grouping.takePresent(this.name, now);
	}

	/** Everything. */
	Optional<GroupBatch> takeAll(Tick now) {
		return this.grouping.takeAll(this.name, now);
	}

	/**
	 * Slack has it.
	 * @param batch that was told
	 * @param by name of the destination that has it
	 * @param now the time
	 */
	void acknowledged(GroupBatch batch, String by, Tick now) {
		this.grouping.acknowledged(this.name, batch, now);
		this.keeping.settled();
		batch.eventsByKind()
			.forEach((how, events) -> events
				.forEach((severity, count) -> this.listener.delivered(by, severity, how, count)));
	}

	/** It will never be told. */
	void giveUp(GroupBatch batch, DropReason reason) {
		this.grouping.dropped(this.name, batch);
		this.keeping.settled();
		count(batch.events(), reason);
	}

	/** An earlier run left this; it is on disk. */
	void restore(List<SpooledGroup> groups, Tick now) {
		this.keeping.opened(groups);
		this.grouping.restore(this.name, groups, now);
	}

	/** Gives up kinds that were silent for so long. */
	void expire(Duration maxAge, Tick now) {
		Map<Severity, Long> expired = this.grouping.dropSilentSince(this.name, now.nanos() - maxAge.toNanos());
		if (!expired.isEmpty()) {
			this.keeping.settled();
			count(expired, DropReason.EXPIRED);
		}
	}

	/** The end: what is not on disk is counted and forgotten. */
	void finish() {
		this.keeping.abandon();
		count(this.grouping.dropUnspooled(this.name),
				this.keeping.isFull() ? DropReason.SPOOL_FULL : DropReason.SHUTDOWN);
	}

	private void count(Map<Severity, Long> events, DropReason reason) {
		events.forEach((severity, count) -> this.listener.dropped(reason, severity, count));
	}

	boolean isEmpty() {
		return waiting() == 0;
	}

	long waiting() {
		return this.grouping.waiting(this.name);
	}

	int kinds() {
		return this.grouping.kinds(this.name);
	}

	long overdue(Tick now) {
		return this.grouping.overdue(this.name, now);
	}

	/** How long until something is due; meaningful while something waits. */
	long nanosToDue(Tick now) {
		return this.grouping.nextDueNanos(this.name) - now.nanos();
	}

}
