package io.github.slacklogging.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Tick;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.grouping.EventGrouping;
import org.jspecify.annotations.Nullable;

/**
 * The whole algorithm: {@link #runOnce(Tick)} reads the mail, folds what is in the
 * buffer, lets every lane advance and publishes the status. Used by one thread; never
 * blocks, survives any {@link Throwable}.
 */
final class PipelineWorker {

	private static final int MAX_EVENTS_A_RUN = 4_096;

	private static final int MAX_FLIGHTS = 8;

	/** Nothing more to do, ever. */
	static final long DONE = -1;

	private final EventBuffer buffer;

	private final EventGrouping grouping;

	private final List<Lane> lanes;

	private final Mailbox mailbox;

	private final Books books;

	private final PipelineListener listener;

	private final TroubleLog trouble;

	private final Intake intake;

	private final PipelineLife life;

	private ChannelRouting routing;

	private boolean decorated;

	private final Map<DropReason, Long> reportedDrops = new EnumMap<>(DropReason.class);

	private volatile @Nullable PipelineStatus status;

	PipelineWorker(SlackPipeline.Parts parts, List<Lane> lanes, Mailbox mailbox, Ledger ledger, PipelineLife life) {
		this.buffer = parts.buffer();
		this.routing = parts.routing();
		this.grouping = parts.grouping();
		this.lanes = List.copyOf(lanes);
		this.mailbox = mailbox;
		this.books = ledger.books();
		this.listener = ledger.listener();
		this.trouble = ledger.trouble();
		this.intake = ledger.intake();
		this.life = life;
	}

	/** Everything that counts and tells. */
	record Ledger(Books books, PipelineListener listener, TroubleLog trouble, Intake intake) {

	}

	/** The application's own parts are known: nothing is held back any more. */
	void decorate(ChannelRouting routing) {
		this.routing = routing;
		this.decorated = true;
	}

	/**
	 * One round.
	 * @param now the time
	 * @return nanoseconds until the next round is needed if nothing arrives,
	 * {@link Long#MAX_VALUE} when only an arrival matters, {@link #DONE} at the end
	 */
	long runOnce(Tick now) {
		this.mailbox.deliver(now);
		PipelineState state = this.life.advance(this.decorated, now);
		if (state == PipelineState.NEW) {
			publish(state, now);
			return this.life.nanosToRelease(now);
		}
		int drained = this.buffer.drain(MAX_EVENTS_A_RUN, (event) -> accept(event, now));
		boolean draining = state == PipelineState.DRAINING;
		advance(draining, now);
		if (draining && (isIdle() || this.life.isOverdue(now))) {
			finish(now);
			return DONE;
		}
		reportDrops(now);
		publish(state, now);
		boolean more = drained == MAX_EVENTS_A_RUN || !this.mailbox.isEmpty();
		return more ? 0 : nanosToNext(draining, now);
	}

	private void accept(LogEvent event, Tick now) {
		LogEvent told = this.decorated ? event : withoutContext(event);
		long before = waiting();
		long copies = 1;
		try {
			List<String> destinations = this.routing.route(told);
			if (destinations.isEmpty()) {
				this.listener.filtered(event.severity(), 1);
				return;
			}
			copies = destinations.size();
			this.grouping.fold(told, destinations, now);
		}
		catch (Throwable ex) {
			// whatever got into a group is told all the same, the rest is counted
			long lost = copies - (waiting() - before);
			this.listener.dropped(DropReason.FAILED, event.severity(), lost);
			this.trouble.accept("taking an event failed: " + ex.getClass().getName());
		}
		this.listener.accepted(event.severity(), copies);
	}

	/** Before the application's maskers are known only the text itself may leave. */
	private static LogEvent withoutContext(LogEvent event) {
		return new LogEvent(event.runId(), event.sequence(), event.timestamp(), event.severity(), event.loggerName(),
				event.threadName(), event.template(), event.message(), event.argumentCount(), Map.of(),
				List.<KeyValue>of(), event.markers(), event.throwable(), event.caller());
	}

	private void advance(boolean draining, Tick now) {
		long flights = flights();
		for (Lane lane : this.lanes) {
			if (lane.isBusy() || flights < MAX_FLIGHTS) {
				boolean wasBusy = lane.isBusy();
				lane.advance(draining, now);
				flights += (!wasBusy && lane.isBusy()) ? 1 : 0;
			}
		}
	}

	private long flights() {
		return this.lanes.stream().filter(Lane::isBusy).count();
	}

	private boolean isIdle() {
		return this.buffer.size() == 0 && waiting() == 0 && this.lanes.stream().noneMatch(Lane::isBusy);
	}

	private void finish(Tick now) {
		this.buffer.drain(Integer.MAX_VALUE, (event) -> accept(event, now));
		this.lanes.forEach((lane) -> lane.giveUpAll(DropReason.SHUTDOWN, now));
		this.intake.end();
		reportDrops(now);
		this.trouble.print();
		this.life.stopped();
		publish(PipelineState.STOPPED, now);
	}

	private long nanosToNext(boolean draining, Tick now) {
		long next = this.trouble.nanosToNextLine();
		// a lane that may not start waits for an answer, which comes by mail
		boolean full = flights() >= MAX_FLIGHTS;
		for (Lane lane : this.lanes) {
			if (lane.isBusy() || !full) {
				next = Math.min(next, lane.nanosToNext(draining, now));
			}
		}
		return Math.min(next, this.life.nanosToDeadline(now));
	}

	private void reportDrops(Tick now) {
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
		long waiting = 0;
		for (Lane lane : this.lanes) {
			waiting += lane.waiting();
		}
		return waiting;
	}

	private void publish(PipelineState state, Tick now) {
		List<DestinationStatus> destinations = new ArrayList<>();
		for (Lane lane : this.lanes) {
			destinations.add(lane.status(now));
		}
		long waiting = waiting();
		Books.Totals totals = this.books.totals();
		this.status = new PipelineStatus(now.instant(), state, List.copyOf(destinations), totals.accepted(),
				totals.filtered(), Map.copyOf(totals.delivered()), Map.copyOf(totals.dropped()), waiting,
				this.buffer.size(), this.buffer.capacity(), this.buffer.bytes());
	}

	/** As the last round left it; {@code null} before the first. */
	@Nullable PipelineStatus status() {
		return this.status;
	}

}
