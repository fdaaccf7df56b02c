package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.Pace;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.grouping.Receipt;

/**
 * What waits for one destination: its groups in memory, their copy on disk, and how they
 * are counted when they are told or given up. Used by the worker only.
 */
final class Stock {

	private final String name;

	private final EventGrouping grouping;

	private final Keeping keeping;

	private final IncidentKeeping incidents;

	private final PipelineListener listener;

	/** What was told last was not told to Slack. */
	private boolean pretending;

	Stock(String name, EventGrouping grouping, Keeping keeping, IncidentKeeping incidents, PipelineListener listener) {
		this.name = name;
		this.grouping = grouping;
		this.keeping = keeping;
		this.incidents = incidents;
		this.listener = listener;
	}

	/** The copy on disk. */
	Keeping keeping() {
		return this.keeping;
	}

	/** The incidents' copy on disk. */
	IncidentKeeping incidents() {
		return this.incidents;
	}

	boolean isDue(Pace pace, Tick now) {
		return this.grouping.isDue(this.name, pace, now);
	}

	/** Whether events wait that only such a call can tell of, due or not. */
	boolean waitsFor(Pace pace) {
		return this.grouping.waitsFor(this.name, pace);
	}

	/** Whether something that is due waits for nothing, not even for the disk. */
	boolean isUrgent(Tick now) {
		return this.grouping.isUrgent(this.name, now);
	}

	/**
	 * What is due and its company.
	 * @param elsewhere whether another destination is to tell of it
	 * @param now the time
	 */
	Optional<GroupBatch> take(boolean elsewhere, Tick now) {
		return elsewhere ? this.grouping.takeElsewhere(this.name, now) : this.grouping.take(this.name, now);
	}

	/**
	 * What is to be changed in a message that is there.
	 * @param last whether it is the end, so that nothing waits until it is due
	 * @param now the time
	 */
	Optional<GroupBatch> takeEdit(boolean last, Tick now) {
		return last ? this.grouping.takeLastEdit(this.name, now) : this.grouping.takeEdit(this.name, now);
	}

	/** The most important of everything; the rest waits for the next message. */
	Optional<GroupBatch> takePresent(Tick now) {
		return this.grouping.takePresent(this.name, now);
	}

	/**
	 * Everything.
	 * @param alsoEditable whether also what an edit could show
	 * @param now the time
	 */
	Optional<GroupBatch> takeAll(boolean alsoEditable, Tick now) {
		return this.grouping.takeAll(this.name, alsoEditable, now);
	}

	/**
	 * Slack has it.
	 * @param batch that was told
	 * @param receipt what Slack said
	 * @param by name of the destination that has it
	 * @param now the time
	 */
	void acknowledged(GroupBatch batch, Receipt receipt, String by, Tick now) {
		this.grouping.acknowledged(this.name, batch, receipt, now);
		settled(batch);
		batch.eventsByKind()
			.forEach((how, events) -> events
				.forEach((severity, count) -> this.listener.delivered(by, severity, how, count)));
		this.pretending = false;
		countEchoes();
	}

	/**
	 * A dry run would have told it: its kinds go on as if Slack had it, and nothing was
	 * delivered.
	 * @param batch that would have been told
	 * @param receipt what Slack might have said
	 * @param now the time
	 */
	void pretended(GroupBatch batch, Receipt receipt, Tick now) {
		this.grouping.acknowledged(this.name, batch, receipt, now);
		settled(batch);
		count(batch.events(), DropReason.DRY_RUN);
		this.pretending = true;
		countEchoes();
	}

	/** Counts what was folded into what was told before: no message is to tell it. */
	void countEchoes() {
		Map<Severity, Long> echoes = this.grouping.takeEchoes(this.name);
		if (echoes.isEmpty()) {
			return;
		}
		this.keeping.settled();
		if (this.pretending) {
			count(echoes, DropReason.DRY_RUN);
		}
		else {
			echoes.forEach((level, count) -> this.listener.delivered(this.name, level, DeliveryKind.FOLDED, count));
		}
	}

	/** Slack does not do this here. */
	void skip(GroupBatch batch, Tick now) {
		this.grouping.skipped(this.name, batch, now);
	}

	/** The message to be changed or answered is gone. */
	void gone(GroupBatch batch, Tick now) {
		this.grouping.gone(this.name, batch, now);
	}

	/** It will never be told. */
	void giveUp(GroupBatch batch, DropReason reason, Tick now) {
		this.grouping.dropped(this.name, batch, now);
		settled(batch);
		count(batch.events(), reason);
	}

	/** What is on disk is too much, if the batch took any counts off. */
	private void settled(GroupBatch batch) {
		if (!batch.events().isEmpty()) {
			this.keeping.settled();
		}
	}

	/** An earlier run left this; it is on disk. */
	void restore(List<SpooledGroup> groups, List<SpooledGroup> incidents, Tick now) {
		this.keeping.opened(groups);
		this.incidents.opened();
		this.grouping.restore(this.name, groups, incidents, now);
	}

	/** Gives up kinds that were silent for so long, or that nobody wants to hear of. */
	void expire(Duration maxAge, Tick now) {
		giveUp(this.grouping.dropSilentSince(this.name, now.nanos() - maxAge.toNanos(), now), DropReason.EXPIRED);
		giveUp(this.grouping.dropMuted(this.name, now), DropReason.MUTED);
	}

	private void giveUp(Map<Severity, Long> events, DropReason reason) {
		if (!events.isEmpty()) {
			this.keeping.settled();
			count(events, reason);
		}
	}

	/** The end: what is not on disk is counted and forgotten. */
	void finish(Tick now) {
		this.keeping.abandon();
		count(this.grouping.dropUnspooled(this.name, now),
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

	/** Waiting events that somebody is to hear of. */
	long tellable() {
		return this.grouping.tellable(this.name);
	}

	/** Messages that can show what waits. */
	int editable() {
		return this.grouping.editable(this.name);
	}

	/** Kinds of these events. */
	int kinds() {
		return this.grouping.kinds(this.name);
	}

	long overdue(Tick now) {
		return this.grouping.overdue(this.name, now);
	}

	/** How long until something is due, {@link Long#MAX_VALUE} for never. */
	long nanosToDue(Pace pace, Tick now) {
		OptionalLong due = this.grouping.nextDueNanos(this.name, pace);
		return due.isPresent() ? Math.max(0, due.getAsLong() - now.nanos()) : Long.MAX_VALUE;
	}

}
