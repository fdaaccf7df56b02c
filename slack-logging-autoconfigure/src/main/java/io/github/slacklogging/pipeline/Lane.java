package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.relay.RelayStatus;
import io.github.slacklogging.relay.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one destination, until it is told: at most one message is under way. A
 * slow or dead destination holds up its own lane only. Used by the worker only.
 *
 * <p>
 * After a failed attempt the next one tells the state of then, composed anew. Only where
 * an earlier attempt may have arrived after all, or was refused in its full form, the
 * same batch is told again first. The first thing told after a gap is a note about it,
 * the next ones are the present state.
 *
 * <p>
 * Longer than a class of ours should be: start and landing of one message are one state
 * machine, and cut in two neither half could be read alone.
 */
final class Lane {

	private final String name;

	private final Ways ways;

	private final Stock stock;

	private final Keeping keeping;

	private final Road road;

	private final Outage outage = new Outage();

	private @Nullable Wire onWire;

	private @Nullable Unfinished unfinished;

	/** An attempt may have arrived, and nothing was acknowledged since. */
	private boolean unclear;

	private boolean lastWordTried;

	Lane(String name, Ways ways, Stock stock, Road road) {
		this.name = name;
		this.ways = ways;
		this.stock = stock;
		this.keeping = stock.keeping();
		this.road = road;
	}

	String name() {
		return this.name;
	}

	boolean isBusy() {
		return this.onWire != null;
	}

	/** Sees to the disk, whether or not a message may start. */
	void keep(Tick now) {
		this.keeping.advance(false, now);
	}

	/**
	 * Starts a message if something is due and may be sent. Not while one is under way.
	 * @param end the application's end, {@code null} while it runs
	 * @param now the time
	 */
	void advance(@Nullable End end, Tick now) {
		if (!isDue(end != null, now)) {
			return;
		}
		boolean lastWord = end != null && isLastWord(end, now);
		Wire free = lastWord ? this.ways.own() : this.ways.free(this.outage.lasted(now), now);
		if (free == null || !(this.keeping.permitsSend(isUrgent(now), now) || lastWord)) {
			return;
		}
		if (lastWord) {
			this.lastWordTried = true;
			free.force(now);
			start(free, true, now);
		}
		else if (free.tryTake(now)) {
			start(free, end != null, now);
		}
	}

	/** In a place that does not survive the machine this run's last words are tried. */
	private boolean isLastWord(End end, Tick now) {
		return end.placeIsTemporary() && !this.lastWordTried && !this.ways.own().isBusy()
				&& this.ways.own().nanosToNext(now) > end.nanosLeft();
	}

	private boolean isUrgent(Tick now) {
		return this.unfinished == null && this.stock.isUrgent(now);
	}

	private boolean isDue(boolean ending, Tick now) {
		return this.unfinished != null || (isTellingAll(ending) ? !this.stock.isEmpty() : this.stock.isDue(now));
	}

	private boolean isTellingAll(boolean ending) {
		return ending || this.outage.isBeingMadeUpFor();
	}

	private void start(Wire wire, boolean ending, Tick now) {
		if (this.outage.isToBeTold() && !ending && this.unfinished == null && wire == this.ways.own()) {
			note(wire, now);
			return;
		}
		Unfinished again = this.unfinished;
		this.unfinished = null;
		Optional<GroupBatch> batch = (again != null) ? Optional.of(again.batch()) : take(ending, now);
		if (batch.isPresent()) {
			tell(wire, batch.get(), again != null && again.reduced(), now);
		}
		else {
			abandon(wire);
		}
	}

	/** Nothing is sent after all: neither the permit nor the mark on disk is needed. */
	private void abandon(Wire wire) {
		wire.abandon();
		this.keeping.sent();
		this.keeping.landed(this.unclear);
	}

	private Optional<GroupBatch> take(boolean ending, Tick now) {
		if (ending || this.outage.isLastMessage()) {
			return this.stock.takeAll(now);
		}
		return this.outage.isBeingMadeUpFor() ? this.stock.takePresent(now) : this.stock.take(now);
	}

	private void note(Wire wire, Tick now) {
		SlackMessage message;
		try {
			message = this.road.telling()
				.tell(this.outage.gap(this.stock.kinds(), waiting(), this.road.books().dropped(), now));
		}
		catch (Throwable ex) {
			abandon(wire);
			this.outage.noted();
			this.road.trouble().accept("composing a note failed: " + ex.getClass().getName());
			return;
		}
		send(wire, message, Severity.WARN, this::noteLanded, now);
	}

	private void noteLanded(SlackMessage message, Verdict verdict, MessageOutcome outcome, Tick now) {
		this.onWire = null;
		switch (verdict) {
			case DELIVERED -> {
				this.outage.noted();
				this.ways.own().succeeded(Duration.ZERO, now);
			}
			// it is worth no second form
			case REDUCE, REJECTED, REPOST, SKIP -> this.outage.noted();
			case AGAIN, AGAIN_AT_ONCE, STOPPED -> failed(verdict, now);
		}
		this.keeping.landed(false);
	}

	private void tell(Wire wire, GroupBatch batch, boolean reduced, Tick now) {
		SlackMessage message;
		try {
			String insteadOf = (wire == this.ways.own()) ? null : this.name;
			message = this.road.telling().tell(batch, this.unclear || batch.mayBeRepeat(), insteadOf, now);
		}
		catch (Throwable ex) {
			// one message that cannot be made must not stop all that come after it
			abandon(wire);
			this.stock.giveUp(batch, DropReason.FAILED);
			this.road.trouble().accept("composing a message failed: " + ex.getClass().getName());
			return;
		}
		send(wire, reduced ? message.reduced() : message, batch.severity(),
				(sent, verdict, outcome, then) -> landed(wire, batch, new Landing(sent, verdict, outcome), then), now);
	}

	private void send(Wire wire, SlackMessage message, Severity severity, Wire.Arrival arrival, Tick now) {
		this.onWire = wire;
		this.keeping.sent();
		wire.send(message, severity, arrival, now);
	}

	private void landed(Wire wire, GroupBatch batch, Landing landing, Tick now) {
		// first of all: an error on the way must not leave the lane busy for ever
		this.onWire = null;
		boolean reduced = landing.message().isReduced();
		this.unclear |= landing.outcome() == MessageOutcome.AMBIGUOUS;
		switch (landing.verdict()) {
			case DELIVERED -> delivered(wire, batch, now);
			case REDUCE -> this.unfinished = new Unfinished(batch, true);
			case AGAIN, AGAIN_AT_ONCE, STOPPED -> {
				if (reduced || this.unclear) {
					this.unfinished = new Unfinished(batch, reduced);
				}
				if (wire == this.ways.own() && landing.outcome() != MessageOutcome.THROTTLED) {
					failed(landing.verdict(), now);
				}
			}
			case REJECTED, REPOST, SKIP -> rejected(wire, batch, landing.message(), now);
		}
		this.keeping.landed(this.unclear);
	}

	private void delivered(Wire wire, GroupBatch batch, Tick now) {
		this.stock.acknowledged(batch, wire.name(), now);
		this.unclear = false;
		if (wire == this.ways.own()) {
			this.outage.ended();
		}
		this.outage.madeUp(this.stock.isEmpty());
		wire.succeeded(Duration.ofNanos(Math.max(0, now.nanos() - batch.dueNanos())), now);
	}

	private void failed(Verdict verdict, Tick now) {
		RelayStatus relayed = this.ways.own().relayed();
		this.outage.failed(relayed.lastFailureReason(), this.ways.own().isRefusedOrOpen(), this.road.books().dropped(),
				now);
		if (verdict == Verdict.STOPPED) {
			this.road.trouble()
				.accept("Slack refuses destination '" + this.name + "' (" + relayed.stoppedBy()
						+ "): nothing is sent there until that is mended; events are kept");
		}
	}

	private void rejected(Wire wire, GroupBatch batch, SlackMessage message, Tick now) {
		String reason = String.valueOf(wire.relayed().lastFailureReason());
		long events = batch.events().values().stream().mapToLong(Long::longValue).sum();
		this.road.spool().reject(new RejectedMessage(now.instant(), this.name, reason, events, message));
		this.unclear = false;
		this.stock.giveUp(batch, DropReason.REJECTED);
		this.road.trouble().accept("Slack rejects a message for '" + this.name + "': " + reason);
	}

	/**
	 * An earlier run left this.
	 * @param groups on disk
	 * @param cause how that run ended
	 * @param now the time
	 */
	void restore(List<SpooledGroup> groups, Cause cause, Tick now) {
		this.stock.restore(groups, now);
		if (!groups.isEmpty()) {
			this.outage.restarted(cause, this.road.books().dropped(), now);
		}
	}

	/** Forgets kinds that were silent for so long and could never be told. */
	void expire(Duration maxAge, Tick now) {
		if (!isBusy() && this.unfinished == null && !this.stock.isEmpty()) {
			this.stock.expire(maxAge, now);
		}
	}

	/**
	 * The application ends: what waits goes to the disk, whatever the disk had before.
	 */
	void keepAll(Tick now) {
		this.keeping.advance(true, now);
	}

	/** Whether the disk has all it is to have. */
	boolean isKept() {
		return this.keeping.isDone();
	}

	/** The end: what is not on disk is counted and forgotten. */
	void finish() {
		this.ways.own().drop();
		this.onWire = null;
		this.unfinished = null;
		this.stock.finish();
	}

	/**
	 * How long until this lane has something to do, apart from answers.
	 * @param ending whether everything that waits is due
	 * @param now the time
	 * @return nanoseconds, {@link Long#MAX_VALUE} when nothing waits
	 */
	long nanosToNext(boolean ending, Tick now) {
		long keep = nanosToKeep(now);
		Wire used = this.onWire;
		if (used != null) {
			return Math.min(keep, used.nanosToNext(now));
		}
		if (this.stock.isEmpty()) {
			return keep;
		}
		boolean dueNow = isTellingAll(ending) || this.unfinished != null;
		long toDue = dueNow ? 0 : this.stock.nanosToDue(now);
		long toStart = this.ways.nanosToFree(this.outage.lasted(now), now);
		return Math.min(keep, Math.max(this.keeping.nanosHoldingUp(now), Math.max(toDue, toStart)));
	}

	/** How long until the disk has to be seen to, apart from answers. */
	long nanosToKeep(Tick now) {
		return this.keeping.nanosToNext(now);
	}

	long waiting() {
		return this.stock.waiting();
	}

	long spooled() {
		return this.keeping.spooled();
	}

	boolean isUndeliverable() {
		return this.ways.own().isInTrouble();
	}

	DestinationStatus status(Tick now) {
		Wire own = this.ways.own();
		RelayStatus relayed = own.relayed();
		DeliveryWindow window = own.window();
		return new DestinationStatus(this.name, relayed.circuit(), relayed.stoppedBy(), relayed.consecutiveFailures(),
				relayed.lastSuccess(), relayed.lastFailure(), relayed.lastFailureReason(), window.successRate(now),
				window.size(now), window.p95Latency(now), waiting(), this.stock.overdue(now), spooled(),
				this.ways.standIn(this.outage.lasted(now)));
	}

	/** What all lanes share. */
	record Road(Telling telling, GroupSpool spool, Books books, TroubleLog trouble) {

	}

	/**
	 * The application's end.
	 *
	 * @param nanosLeft for telling
	 * @param placeIsTemporary whether what is kept on disk may be gone with the machine
	 */
	record End(long nanosLeft, boolean placeIsTemporary) {

	}

	/** How a message ended. */
	private record Landing(SlackMessage message, Verdict verdict, MessageOutcome outcome) {

	}

	/** A batch to be told again, in its reduced form where the full one was refused. */
	private record Unfinished(GroupBatch batch, boolean reduced) {

	}

}
