package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.Optional;

import io.github.slacklogging.Destination;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.relay.RelayStatus;
import io.github.slacklogging.relay.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The way to one destination: at most one message is under way. A slow or dead
 * destination holds up its own lane only. Used by the worker only; answers come back
 * through its mailbox.
 *
 * <p>
 * After a failed attempt the next one tells the state of then, composed anew. Only where
 * an earlier attempt may have arrived after all, or was refused in its full form, the
 * same batch is told again first.
 *
 * <p>
 * Longer than a class of ours should be: start and landing of one message are one state
 * machine, and cut in two neither half could be read alone.
 */
final class Lane {

	/** The sender has a deadline of its own; this is for one that breaks its promise. */
	private static final Duration MAX_FLIGHT = Duration.ofMinutes(2);

	private final Destination destination;

	private final String name;

	private final Road road;

	private final Mailbox mailbox;

	private final DeliveryWindow window;

	private @Nullable Flight flight;

	private @Nullable Unfinished unfinished;

	Lane(Destination destination, Road road, Mailbox mailbox, Duration window) {
		this.destination = destination;
		this.name = destination.name();
		this.road = road;
		this.mailbox = mailbox;
		this.window = new DeliveryWindow(window);
	}

	boolean isBusy() {
		return this.flight != null;
	}

	/**
	 * Starts a message if something is due and may be sent.
	 * @param draining whether everything that waits is due
	 * @param now the time
	 */
	void advance(boolean draining, Tick now) {
		Flight current = this.flight;
		if (current == null && isDue(draining, now) && this.road.relay().tryStart(this.name, now)) {
			start(draining, now);
		}
		else if (current != null && now.since(current.startedAt()).compareTo(MAX_FLIGHT) > 0) {
			land(current, new SendResult.Unclear("none", "no answer"), now);
		}
	}

	private boolean isDue(boolean draining, Tick now) {
		return this.unfinished != null || (draining ? waiting() > 0 : this.road.grouping().isDue(this.name, now));
	}

	private void start(boolean draining, Tick now) {
		Unfinished again = this.unfinished;
		this.unfinished = null;
		Optional<GroupBatch> batch = (again != null) ? Optional.of(again.batch()) : take(draining, now);
		if (batch.isPresent()) {
			tell(batch.get(), again != null && again.reduced(), now);
		}
		else {
			this.road.relay().abandon(this.name);
		}
	}

	private Optional<GroupBatch> take(boolean draining, Tick now) {
		EventGrouping grouping = this.road.grouping();
		return draining ? grouping.takeAll(this.name, now) : grouping.take(this.name, now);
	}

	private void tell(GroupBatch batch, boolean reduced, Tick now) {
		SlackMessage message;
		try {
			message = this.road.telling().tell(batch, relayed().mayBeRepeat(), now);
		}
		catch (Throwable ex) {
			// one message that cannot be made must not stop all that come after it
			this.road.relay().abandon(this.name);
			giveUp(batch, DropReason.FAILED);
			this.road.trouble().accept("composing a message failed: " + ex.getClass().getName());
			return;
		}
		send(new Flight(batch, reduced ? message.reduced() : message, now));
	}

	private void send(Flight next) {
		this.flight = next;
		try {
			this.road.sender()
				.send(this.destination, next.message())
				.whenComplete(
						(result, failure) -> this.mailbox
							.put((now) -> land(next,
									(failure == null) ? result
											: new SendResult.Unclear("error", failure.getClass().getSimpleName()),
									now)));
		}
		catch (Throwable ex) {
			SendResult result = new SendResult.Unavailable("error", ex.getClass().getSimpleName());
			this.mailbox.put((now) -> land(next, result, now));
		}
	}

	private void land(Flight landed, SendResult result, Tick now) {
		if (this.flight != landed) {
			return;
		}
		this.flight = null;
		PipelineListener listener = this.road.listener();
		listener.requestCompleted(this.name, result.status(), now.since(landed.startedAt()));
		Verdict verdict = this.road.relay().judge(this.name, result, landed.message().isReduced(), now);
		MessageOutcome outcome = outcome(result, verdict);
		listener.messageSettled(this.name, landed.batch().severity(), outcome);
		if (outcome != MessageOutcome.DELIVERED && outcome != MessageOutcome.THROTTLED) {
			this.window.failed(now);
		}
		follow(verdict, landed, now);
	}

	private void follow(Verdict verdict, Flight landed, Tick now) {
		switch (verdict) {
			case DELIVERED -> delivered(landed.batch(), now);
			case REDUCE -> this.unfinished = new Unfinished(landed.batch(), true);
			case AGAIN, AGAIN_AT_ONCE -> keep(landed);
			case STOPPED -> {
				keep(landed);
				this.road.trouble()
					.accept("Slack refuses destination '" + this.name + "' (" + relayed().stoppedBy()
							+ "): nothing is sent there until that is mended; events are kept");
			}
			case REJECTED -> {
				giveUp(landed.batch(), DropReason.REJECTED);
				this.road.trouble()
					.accept("Slack rejects a message for '" + this.name + "': " + relayed().lastFailureReason());
			}
		}
	}

	private void keep(Flight landed) {
		boolean reduced = landed.message().isReduced();
		if (reduced || relayed().mayBeRepeat()) {
			this.unfinished = new Unfinished(landed.batch(), reduced);
		}
	}

	private void delivered(GroupBatch batch, Tick now) {
		this.road.grouping().acknowledged(this.name, batch, now);
		batch.eventsByKind()
			.forEach((how, events) -> events
				.forEach((severity, count) -> this.road.listener().delivered(this.name, severity, how, count)));
		Duration latency = Duration.ofNanos(Math.max(0, now.nanos() - batch.dueNanos()));
		this.road.listener().deliveryLatency(this.name, latency);
		this.window.succeeded(latency, now);
	}

	private void giveUp(GroupBatch batch, DropReason reason) {
		this.road.grouping().dropped(this.name, batch);
		batch.events().forEach((severity, count) -> this.road.listener().dropped(reason, severity, count));
	}

	/** The application ends: what waits is counted and forgotten. */
	void giveUpAll(DropReason reason, Tick now) {
		this.flight = null;
		this.unfinished = null;
		this.road.grouping().takeAll(this.name, now).ifPresent((batch) -> giveUp(batch, reason));
	}

	/**
	 * How long until this lane has something to do, apart from answers.
	 * @param draining whether everything that waits is due
	 * @param now the time
	 * @return nanoseconds, {@link Long#MAX_VALUE} when nothing waits
	 */
	long nanosToNext(boolean draining, Tick now) {
		Flight current = this.flight;
		if (current != null) {
			return Math.max(0, MAX_FLIGHT.minus(now.since(current.startedAt())).toNanos());
		}
		if (waiting() == 0) {
			return Long.MAX_VALUE;
		}
		boolean dueNow = draining || this.unfinished != null;
		long toDue = dueNow ? 0 : this.road.grouping().nextDueNanos(this.name) - now.nanos();
		long toStart = this.road.relay().nextStartNanos(this.name, now) - now.nanos();
		return Math.max(0, Math.max(toDue, toStart));
	}

	long waiting() {
		return this.road.grouping().waiting(this.name);
	}

	private RelayStatus relayed() {
		return this.road.relay().status(this.name);
	}

	DestinationStatus status(Tick now) {
		RelayStatus relayed = relayed();
		return new DestinationStatus(this.name, relayed.circuit(), relayed.stoppedBy(), relayed.consecutiveFailures(),
				relayed.lastSuccess(), relayed.lastFailure(), relayed.lastFailureReason(), this.window.successRate(now),
				this.window.size(now), this.window.p95Latency(now), waiting(),
				this.road.grouping().overdue(this.name, now));
	}

	private static MessageOutcome outcome(SendResult result, Verdict verdict) {
		if (verdict == Verdict.REJECTED) {
			return MessageOutcome.REJECTED;
		}
		if (result instanceof SendResult.Accepted) {
			return MessageOutcome.DELIVERED;
		}
		if (result instanceof SendResult.Throttled) {
			return MessageOutcome.THROTTLED;
		}
		return (result instanceof SendResult.Unclear) ? MessageOutcome.AMBIGUOUS : MessageOutcome.FAILED;
	}

	/** What all lanes share. */
	record Road(EventGrouping grouping, Telling telling, Relay relay, SlackSender sender, PipelineListener listener,
			TroubleLog trouble) {

	}

	/** One message under way. */
	private record Flight(GroupBatch batch, SlackMessage message, Tick startedAt) {

	}

	/** A batch to be told again, in its reduced form where the full one was refused. */
	private record Unfinished(GroupBatch batch, boolean reduced) {

	}

}
