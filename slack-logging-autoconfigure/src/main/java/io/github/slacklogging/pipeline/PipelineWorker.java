package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.worker.Mailbox;
import io.github.slacklogging.worker.WorkerLife;
import io.github.slacklogging.worker.Intake;
import io.github.slacklogging.worker.Round;
import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.Tick;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import org.jspecify.annotations.Nullable;

/**
 * The whole algorithm: {@link #runOnce(Tick)} reads the mail, folds what is in the
 * buffer, lets every lane advance and publishes the status. Used by one thread; never
 * blocks, survives any {@link Throwable}.
 *
 * <p>
 * Longer than a class of ours should be: the round, its end and what it publishes are to
 * be read in one place.
 */
final class PipelineWorker implements Round {

	private static final int MAX_EVENTS_A_RUN = 4_096;

	/** A round that takes this part of the buffer is a busy one. */
	private static final int BUSY_SHARE = 16;

	/**
	 * After a busy round the worker looks again so soon: while it rests for as long as it
	 * usually may, a storm would fill the buffer.
	 */
	private static final long BUSY_NANOS = Duration.ofMillis(1).toNanos();

	private static final int MAX_FLIGHTS = 8;

	/** How often is looked for what waited too long. */
	private static final Duration EXPIRY_PAUSE = Duration.ofMinutes(1);

	private final EventBuffer buffer;

	private final Stations stations;

	private final Books books;

	private final TroubleLog trouble;

	private final Intake intake;

	private final WorkerLife life;

	private final Duration maxAge;

	/** Nothing more is told, only kept. */
	private boolean closing;

	private @Nullable Tick expiredAt;

	private final Map<DropReason, Long> reportedDrops = new EnumMap<>(DropReason.class);

	private volatile @Nullable PipelineStatus status;

	PipelineWorker(EventBuffer buffer, Stations stations, Ledger ledger, WorkerLife life, Duration maxAge) {
		this.buffer = buffer;
		this.stations = stations;
		this.books = ledger.books();
		this.trouble = ledger.trouble();
		this.intake = ledger.intake();
		this.life = life;
		this.maxAge = maxAge;
	}

	/** Everything that counts and tells. */
	record Ledger(Books books, TroubleLog trouble, Intake intake) {

	}

	/**
	 * Where the worker comes by in each round.
	 *
	 * @param mailbox answers and commands
	 * @param desk orders
	 * @param restoration what earlier runs left
	 * @param mutes of all destinations
	 * @param jobs that are expected
	 * @param reception of events
	 * @param lanes of all destinations
	 * @param wires of all destinations
	 * @param spool of all destinations, {@code null} where it is switched off
	 */
	record Stations(Mailbox mailbox, OrderDesk desk, Restoration restoration, MuteKeeping mutes, JobKeeping jobs,
			Reception reception, List<Lane> lanes, List<Wire> wires, @Nullable GroupSpool spool) {

	}

	/** The application's own parts are known: nothing is held back any more. */
	void decorate(ChannelRouting routing) {
		this.stations.reception().decorate(routing);
	}

	@Override
	public long runOnce(Tick now) {
		return runOnce(now, () -> {
		});
	}

	@Override
	public long runOnce(Tick now, Runnable watch) {
		this.stations.mailbox().deliver(now);
		this.stations.restoration().advance(this.stations.lanes(), now);
		PipelineState state = this.life.advance(this.stations.reception().isDecorated(), now);
		if (state == PipelineState.NEW) {
			publish(state, now);
			return this.life.nanosToRelease(now);
		}
		boolean concerned = concernsApplication();
		if (concerned) {
			watch.run();
		}
		// what comes from now on waits for a round that is watched
		int drained = receive(concerned ? MAX_EVENTS_A_RUN : 0, state == PipelineState.DRAINING, now);
		this.stations.wires().forEach((wire) -> wire.giveUpOverdue(now));
		this.stations.mutes().advance(now);
		boolean ending = state == PipelineState.DRAINING;
		if (!ending) {
			this.stations.jobs().advance((event) -> this.stations.reception().accept(event, now), now);
		}
		follow(ending, now);
		if (ending && isOver(now)) {
			finish(now);
			return DONE;
		}
		if (!ending) {
			expire(now);
			advance(null, now);
			this.stations.lanes().forEach((lane) -> lane.judge(now));
		}
		reportDrops();
		publish(state, now);
		boolean more = drained == MAX_EVENTS_A_RUN || !this.stations.mailbox().isEmpty();
		if (more) {
			return 0;
		}
		boolean busy = drained > this.buffer.capacity() / BUSY_SHARE;
		return Math.min(busy ? BUSY_NANOS : Long.MAX_VALUE, nanosToNext(ending, now));
	}

	/**
	 * Its filters see events and its customizers what waits or was told, in an earlier
	 * run too; orders may send something, a job that is overdue is told like an event,
	 * and for a bot's introduction its credentials are asked. Asked after the mail was
	 * read, which may bring all that.
	 */
	private boolean concernsApplication() {
		return this.buffer.size() > 0 || this.stations.reception().held() > 0 || waiting() > 0
				|| this.stations.restoration().hasFound() || this.stations.desk().isAsked()
				|| this.stations.jobs().isWaiting() || this.stations.lanes().stream().anyMatch(Lane::isToBeIntroduced);
	}

	private int receive(int maxEvents, boolean ending, Tick now) {
		int drained = this.buffer.drain(maxEvents, (event) -> this.stations.reception().accept(event, now));
		this.stations.reception().release(ending, now);
		return drained;
	}

	/** After what was logged before, so that an order to tell all means it too. */
	private void follow(boolean ending, Tick now) {
		if (ending) {
			this.stations.desk().close();
		}
		else {
			this.stations.desk().advance(now);
		}
		this.stations.mutes().keep(false, now);
		this.stations.jobs().keep(false, now);
	}

	private void advance(Lane.@Nullable End end, Tick now) {
		long flights = flights();
		for (Lane lane : this.stations.lanes()) {
			lane.keep(end != null, now);
			if (!lane.isBusy() && flights < MAX_FLIGHTS) {
				lane.advance(end, now);
				flights += lane.isBusy() ? 1 : 0;
			}
		}
	}

	private void expire(Tick now) {
		Tick before = this.expiredAt;
		if (before == null || now.since(before).compareTo(EXPIRY_PAUSE) >= 0) {
			this.expiredAt = now;
			this.stations.lanes().forEach((lane) -> lane.expire(this.maxAge, now));
		}
	}

	/** First what waits is told, then what is left is kept, both within a budget. */
	private boolean isOver(Tick now) {
		if (!this.closing) {
			advance(new Lane.End(this.life.nanosForTelling(now), isPlaceTemporary()), now);
			this.closing = isIdle() || this.life.nanosForTelling(now) == 0;
			if (!this.closing) {
				return false;
			}
			this.stations.lanes().forEach((lane) -> lane.keepAll(now));
		}
		else {
			this.stations.lanes().stream().filter((lane) -> !lane.isKept()).forEach((lane) -> lane.keepAll(now));
		}
		// in each round: events may have been counted since
		this.stations.mutes().keep(true, now);
		this.stations.jobs().keep(true, now);
		return this.life.isOverdue(now) || (this.stations.mutes().isDone() && this.stations.jobs().isDone()
				&& this.stations.lanes().stream().allMatch(Lane::isKept));
	}

	private boolean isPlaceTemporary() {
		GroupSpool spool = this.stations.spool();
		return spool == null || spool.status().temporary();
	}

	private long flights() {
		return this.stations.wires().stream().filter(Wire::isBusy).count();
	}

	private boolean isIdle() {
		return this.buffer.size() == 0 && flights() == 0
				&& this.stations.lanes().stream().noneMatch(Lane::hasSomethingToTell);
	}

	private void finish(Tick now) {
		receive(Integer.MAX_VALUE, true, now);
		this.stations.lanes().forEach((lane) -> lane.finish(now));
		this.intake.end();
		reportDrops();
		GroupSpool spool = this.stations.spool();
		if (spool != null && waiting() > 0) {
			this.trouble.accept(((waiting() == 1) ? "1 event" : waiting() + " events")
					+ " could not be told: the next start looks in " + spool.status().place());
		}
		this.trouble.print();
		this.life.stopped();
		publish(PipelineState.STOPPED, now);
	}

	private long nanosToNext(boolean ending, Tick now) {
		long next = Math.min(this.trouble.nanosToNextLine(), this.stations.restoration().nanosToNext(now));
		next = Math.min(next, this.stations.mutes().nanosToNext(now));
		next = Math.min(next, this.stations.reception().nanosToNext(now));
		next = Math.min(next, this.stations.jobs().nanosToNext(ending, now));
		// a lane that may not start waits for an answer, which comes by mail
		boolean full = flights() >= MAX_FLIGHTS;
		for (Lane lane : this.stations.lanes()) {
			if (!this.closing) {
				boolean waits = full && !lane.isBusy();
				next = Math.min(next, waits ? lane.nanosToKeep(now) : lane.nanosToNext(ending, now));
				next = ending ? next : Math.min(next, lane.nanosToJudge(now));
			}
		}
		long toDeadline = this.closing ? this.life.nanosToDeadline(now) : this.life.nanosForTelling(now);
		return Math.min(next, toDeadline);
	}

	private void reportDrops() {
		this.books.totals().dropped().forEach((reason, count) -> {
			long before = this.reportedDrops.getOrDefault(reason, 0L);
			if (count > before) {
				this.reportedDrops.put(reason, count);
				this.trouble.report("event dropped: " + reason.tag(), count - before);
			}
		});
		this.trouble.printIfDue();
	}

	private long waiting() {
		return this.stations.lanes().stream().mapToLong(Lane::waiting).sum();
	}

	private void publish(PipelineState state, Tick now) {
		List<DestinationStatus> destinations = new ArrayList<>();
		for (Lane lane : this.stations.lanes()) {
			destinations.add(lane.status(now));
		}
		GroupSpool spool = this.stations.spool();
		Books.Totals totals = this.books.totals();
		this.status = new PipelineStatus(now.instant(), state, List.copyOf(destinations), totals.accepted(),
				totals.recovered(), totals.filtered(), Map.copyOf(totals.delivered()), Map.copyOf(totals.dropped()),
				waiting(), this.buffer.size() + this.stations.reception().held(), this.buffer.capacity(),
				this.buffer.bytes(), (spool != null) ? spool.status() : null, this.stations.jobs().standing(now), null);
	}

	/** As the last round left it; {@code null} before the first. */
	@Nullable PipelineStatus status() {
		return this.status;
	}

}
