package io.github.slacklogging.pipeline;

import java.time.Duration;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.Pace;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.relay.RelayStatus;
import io.github.slacklogging.relay.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The way to one destination: at most one message is on it. Usually its own lane's;
 * another lane's where this destination stands in for the other. Used by the worker only;
 * answers come back through its mailbox.
 */
final class Wire {

	/** The sender has a deadline of its own; this is for one that breaks its promise. */
	private static final Duration MAX_FLIGHT = Duration.ofMinutes(2);

	private final Destination destination;

	private final Exchange exchange;

	private final DeliveryWindow window;

	private @Nullable Flight flight;

	Wire(Destination destination, Exchange exchange, Duration window) {
		this.destination = destination;
		this.exchange = exchange;
		this.window = new DeliveryWindow(window);
	}

	String name() {
		return this.destination.name();
	}

	boolean isBusy() {
		return this.flight != null;
	}

	/** Whether {@link #tryTake} would succeed. */
	boolean isFree(Tick now) {
		return !isBusy() && now.isAtOrAfter(this.exchange.relay().nextStartNanos(name(), Pace.POST, now));
	}

	/** Whether a message may go now. A yes must be followed by one, or be abandoned. */
	boolean tryTake(Tick now) {
		return !isBusy() && this.exchange.relay().tryStart(name(), Pace.POST, now);
	}

	/** Takes it whatever the limits say, for the last message before the end. */
	void force(Tick now) {
		this.exchange.relay().force(name(), Pace.POST, now);
	}

	void abandon() {
		this.exchange.relay().abandon(name());
	}

	/**
	 * Sends a message; the arrival hears of its end exactly once.
	 * @param message to send
	 * @param severity of what it tells
	 * @param arrival hears of the end
	 * @param now the time
	 */
	void send(SlackMessage message, Severity severity, Arrival arrival, Tick now) {
		Flight next = new Flight(message, severity, arrival, now);
		this.flight = next;
		try {
			this.exchange.sender()
				.send(this.destination, new SlackCall.Post(message))
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

	/** Ends a message whose answer never came. */
	void giveUpOverdue(Tick now) {
		Flight current = this.flight;
		if (current != null && now.since(current.startedAt()).compareTo(MAX_FLIGHT) > 0) {
			land(current, new SendResult.Unclear("none", "no answer"), now);
		}
	}

	private void land(Flight landed, SendResult result, Tick now) {
		if (this.flight != landed) {
			return;
		}
		this.flight = null;
		PipelineListener listener = this.exchange.listener();
		listener.requestCompleted(name(), result.status(), now.since(landed.startedAt()));
		Verdict verdict = this.exchange.relay().judge(name(), Pace.POST, result, landed.message().isReduced(), now);
		MessageOutcome outcome = outcome(result, verdict);
		listener.messageSettled(name(), landed.severity(), outcome);
		if (outcome != MessageOutcome.DELIVERED && outcome != MessageOutcome.THROTTLED) {
			this.window.failed(now);
		}
		landed.arrival().landed(landed.message(), verdict, outcome, now);
	}

	/** Something due was acknowledged. */
	void succeeded(Duration latency, Tick now) {
		this.exchange.listener().deliveryLatency(name(), latency);
		this.window.succeeded(latency, now);
	}

	/** The end: nobody waits for an answer any more. */
	void drop() {
		this.flight = null;
	}

	/** When something may or must happen here, apart from an answer. */
	long nanosToNext(Tick now) {
		Flight current = this.flight;
		return (current != null) ? Math.max(0, MAX_FLIGHT.minus(now.since(current.startedAt())).toNanos())
				: Math.max(0, this.exchange.relay().nextStartNanos(name(), Pace.POST, now) - now.nanos());
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

	DeliveryWindow window() {
		return this.window;
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

	/** Hears of the end of a message. */
	@FunctionalInterface
	interface Arrival {

		/**
		 * The message ended.
		 * @param message as it was sent
		 * @param verdict what follows
		 * @param outcome what became of it
		 * @param now the time
		 */
		void landed(SlackMessage message, Verdict verdict, MessageOutcome outcome, Tick now);

	}

	/** What all wires share. */
	record Exchange(Relay relay, SlackSender sender, Mailbox mailbox, PipelineListener listener) {

	}

	/** One message under way. */
	private record Flight(SlackMessage message, Severity severity, Arrival arrival, Tick startedAt) {

	}

}
