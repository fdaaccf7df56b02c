package io.github.slacklogging.pipeline;

import java.time.Duration;

import io.github.slacklogging.worker.Mailbox;
import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Pace;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.relay.RelayStatus;
import io.github.slacklogging.relay.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The way to one destination: at most one call is on it. Usually its own lane's; another
 * lane's where this destination stands in for the other. Used by the worker only; answers
 * come back through its mailbox.
 */
final class Wire {

	/** The sender has a deadline of its own; this is for one that breaks its promise. */
	private static final Duration MAX_FLIGHT = Duration.ofMinutes(2);

	private Destination destination;

	private final Exchange exchange;

	private final TrackRecord track;

	private @Nullable Flight flight;

	Wire(Destination destination, Exchange exchange, HealthLimits limits) {
		this.destination = destination;
		this.exchange = exchange;
		this.track = new TrackRecord(limits);
	}

	String name() {
		return this.destination.name();
	}

	/** Whether messages can be edited and answered here. */
	boolean isLiving() {
		return this.destination.kind() == Destination.Kind.BOT;
	}

	boolean isBusy() {
		return this.flight != null;
	}

	/** Whether {@link #tryTake} would succeed. */
	boolean isFree(Pace pace, Tick now) {
		return !isBusy() && now.isAtOrAfter(this.exchange.relay().nextStartNanos(name(), pace, now));
	}

	/** Whether a call may go now. A yes must be followed by one, or be abandoned. */
	boolean tryTake(Pace pace, Tick now) {
		return !isBusy() && this.exchange.relay().tryStart(name(), pace, now);
	}

	/** Takes it whatever the limits say, for the last message before the end. */
	void force(Tick now) {
		this.exchange.relay().force(name(), Pace.POST, now);
	}

	/** Takes it whatever limits and circuit say; the answer tells how Slack fares. */
	void probe(Tick now) {
		this.exchange.relay().probe(name(), Pace.POST, now);
	}

	void abandon() {
		this.exchange.relay().abandon(name());
	}

	/**
	 * Makes a call; the arrival hears of its end exactly once.
	 * @param call to make
	 * @param severity of what it tells
	 * @param arrival hears of the end
	 * @param now the time
	 */
	void send(SlackCall call, Severity severity, Arrival arrival, Tick now) {
		Flight next = new Flight(call, severity, arrival, now);
		this.flight = next;
		try {
			this.exchange.sender()
				.send(this.destination, call)
				.whenComplete(
						(result, failure) -> this.exchange.mailbox()
							.put((then) -> land(next,
									(failure == null) ? result
											: new SendResult.Unclear("error", failure.getClass().getSimpleName()),
									then)));
		}
		catch (Throwable ex) {
			SendResult result = new SendResult.Unavailable("error", ex.getClass().getSimpleName());
			this.exchange.mailbox().put((then) -> land(next, result, then));
		}
	}

	/** Ends a call whose answer never came. */
	void giveUpOverdue(Tick now) {
		Flight current = this.flight;
		if (current != null && now.since(current.startedAt()).compareTo(MAX_FLIGHT) >= 0) {
			land(current, new SendResult.Unclear("none", "no answer"), now);
		}
	}

	private void land(Flight landed, SendResult answer, Tick now) {
		if (this.flight != landed) {
			return;
		}
		this.flight = null;
		SlackCall call = landed.call();
		SendResult result = isElsewhere(call) ? leftBehind(answer) : answer;
		Duration took = now.since(landed.startedAt());
		Verdict verdict = this.exchange.relay().judge(name(), call.pace(), result, call.isReduced(), now);
		MessageOutcome outcome = outcome(result, verdict);
		if (!result.isDryRun()) {
			count(landed, result, outcome, took);
		}
		Landing landing = new Landing(call, result, verdict, outcome, landed.startedAt(), took);
		this.track.landed(landing, isFailure(outcome, verdict) && !result.isDryRun(), now);
		if (call instanceof SlackCall.Post && result instanceof SendResult.Accepted accepted
				&& accepted.message() != null) {
			// a name may be given to another channel one day, and edits want the id
			this.destination = this.destination.at(accepted.message().channel());
		}
		landed.arrival().landed(landing, now);
	}

	private void count(Flight landed, SendResult result, MessageOutcome outcome, Duration took) {
		this.exchange.listener().requestCompleted(name(), result.status(), took);
		if (isMessage(landed.call())) {
			this.exchange.listener().messageSettled(name(), landed.severity(), outcome);
		}
	}

	/** An earlier run may have posted to another channel. */
	private boolean isElsewhere(SlackCall call) {
		MessageRef target = call.target();
		return target != null && !target.channel().equals(this.destination.channel());
	}

	/** What another channel refuses says nothing of the one that is configured. */
	private static SendResult leftBehind(SendResult answer) {
		return (answer instanceof SendResult.DestinationRefused refused)
				? new SendResult.Gone(refused.status(), refused.code()) : answer;
	}

	private static boolean isMessage(SlackCall call) {
		return call instanceof SlackCall.Post || call instanceof SlackCall.Reply || call instanceof SlackCall.Edit
				|| call instanceof SlackCall.Attach;
	}

	private static boolean isFailure(MessageOutcome outcome, Verdict verdict) {
		boolean inOrder = outcome == MessageOutcome.DELIVERED || outcome == MessageOutcome.THROTTLED;
		return !inOrder && verdict != Verdict.SKIP && verdict != Verdict.REPOST;
	}

	/** A message was acknowledged. */
	void succeeded(Tick now) {
		this.track.window().succeeded(now);
	}

	/** What was due at that moment, here or elsewhere, was told here. */
	void told(long dueNanos, Tick now) {
		this.exchange.listener().deliveryLatency(name(), TrackRecord.sinceDue(dueNanos, now));
	}

	/** Until when a rate limit is all that holds up calls. */
	long pacedUntilNanos(Pace pace, Tick now) {
		return this.exchange.relay().pacedUntilNanos(name(), pace, now);
	}

	TrackRecord track() {
		return this.track;
	}

	/** The end: nobody waits for an answer any more. */
	void drop() {
		this.flight = null;
	}

	/** When something may or must happen here, apart from an answer. */
	long nanosToNext(Pace pace, Tick now) {
		Flight current = this.flight;
		return (current != null) ? Math.max(0, MAX_FLIGHT.minus(now.since(current.startedAt())).toNanos())
				: Math.max(0, this.exchange.relay().nextStartNanos(name(), pace, now) - now.nanos());
	}

	/** What holds calls back now, in words; empty when nothing does. */
	String heldBy(Pace pace, Tick now) {
		return this.exchange.relay().heldBy(name(), pace, now);
	}

	RelayStatus relayed() {
		return this.exchange.relay().status(name());
	}

	/** Whether what is sent now would hardly arrive. A 429 is no such trouble. */
	boolean isInTrouble() {
		RelayStatus relayed = relayed();
		return relayed.consecutiveFailures() > 0 || isRefusedOrOpen();
	}

	/** Whether Slack refuses this destination, or is not even tried. */
	boolean isRefusedOrOpen() {
		RelayStatus relayed = relayed();
		return relayed.stoppedBy() != null || relayed.circuit() != CircuitState.CLOSED;
	}

	private static MessageOutcome outcome(SendResult result, Verdict verdict) {
		if (verdict == Verdict.REJECTED || verdict == Verdict.REPOST || verdict == Verdict.SKIP) {
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

	/** Hears of the end of a call. */
	@FunctionalInterface
	interface Arrival {

		/**
		 * The call ended.
		 * @param landing how
		 * @param now the time
		 */
		void landed(Landing landing, Tick now);

	}

	/**
	 * How a call ended.
	 *
	 * @param call as it was made
	 * @param result what Slack said
	 * @param verdict what follows
	 * @param outcome what became of the message
	 * @param startedAt when it was made
	 * @param took from then to its end
	 */
	record Landing(SlackCall call, SendResult result, Verdict verdict, MessageOutcome outcome, Tick startedAt,
			Duration took) {

	}

	/** What all wires share. */
	record Exchange(Relay relay, SlackSender sender, Mailbox mailbox, PipelineListener listener) {

	}

	/** One call under way. */
	private record Flight(SlackCall call, Severity severity, Arrival arrival, Tick startedAt) {

	}

}
