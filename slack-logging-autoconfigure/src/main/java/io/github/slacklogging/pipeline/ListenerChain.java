package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;

/**
 * Tells several listeners. One that throws harms neither the others nor the caller.
 * Thread-safe, never blocks.
 */
public final class ListenerChain implements PipelineListener {

	private final CopyOnWriteArrayList<PipelineListener> listeners = new CopyOnWriteArrayList<>();

	public ListenerChain(PipelineListener... listeners) {
		this.listeners.addAll(List.of(listeners));
	}

	/**
	 * Tells this one too from now on, unless it hears already.
	 * @param listener to add
	 */
	public void add(PipelineListener listener) {
		this.listeners.addIfAbsent(listener);
	}

	/**
	 * Tells this one no longer: the context it belongs to is gone.
	 * @param listener to remove
	 */
	public void remove(PipelineListener listener) {
		this.listeners.remove(listener);
	}

	@Override
	public void accepted(Severity severity, long count) {
		tell((listener) -> listener.accepted(severity, count));
	}

	@Override
	public void filtered(Severity severity, long count) {
		tell((listener) -> listener.filtered(severity, count));
	}

	@Override
	public void dropped(DropReason reason, Severity severity, long count) {
		tell((listener) -> listener.dropped(reason, severity, count));
	}

	@Override
	public void delivered(String destination, Severity severity, DeliveryKind how, long count) {
		tell((listener) -> listener.delivered(destination, severity, how, count));
	}

	@Override
	public void messageSettled(String destination, Severity severity, MessageOutcome outcome) {
		tell((listener) -> listener.messageSettled(destination, severity, outcome));
	}

	@Override
	public void requestCompleted(String destination, String status, Duration duration) {
		tell((listener) -> listener.requestCompleted(destination, status, duration));
	}

	@Override
	public void deliveryLatency(String destination, Duration sinceDue) {
		tell((listener) -> listener.deliveryLatency(destination, sinceDue));
	}

	@Override
	public void masked(String rule, long count) {
		tell((listener) -> listener.masked(rule, count));
	}

	@Override
	public void appenderReattached() {
		tell(PipelineListener::appenderReattached);
	}

	private void tell(Consumer<PipelineListener> fact) {
		for (PipelineListener listener : this.listeners) {
			try {
				fact.accept(listener);
			}
			catch (RuntimeException | LinkageError | StackOverflowError ex) {
				// an application's listener must not change what is counted
			}
		}
	}

}
