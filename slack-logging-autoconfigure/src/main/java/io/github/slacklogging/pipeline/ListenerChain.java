package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;

/**
 * Tells several listeners. One that throws harms neither the others nor the caller, and
 * one that logs while it is told does not hear of that: it would never end. Thread-safe,
 * never blocks.
 */
public final class ListenerChain implements PipelineListener {

	private final CopyOnWriteArrayList<Ear> ears = new CopyOnWriteArrayList<>();

	public ListenerChain(PipelineListener... listeners) {
		for (PipelineListener listener : listeners) {
			this.ears.add(new Ear(listener));
		}
	}

	/**
	 * Tells this one too from now on, unless it hears already.
	 * @param listener to add
	 */
	public synchronized void add(PipelineListener listener) {
		if (this.ears.stream().noneMatch((ear) -> ear.listener.equals(listener))) {
			this.ears.add(new Ear(listener));
		}
	}

	/**
	 * Tells this one no longer: the context it belongs to is gone.
	 * @param listener to remove
	 */
	public synchronized void remove(PipelineListener listener) {
		this.ears.removeIf((ear) -> ear.listener.equals(listener));
	}

	@Override
	public void accepted(Severity severity, long count) {
		tell((listener) -> listener.accepted(severity, count));
	}

	@Override
	public void recovered(Severity severity, long count) {
		tell((listener) -> listener.recovered(severity, count));
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
		for (Ear ear : this.ears) {
			ear.tell(fact);
		}
	}

	/** One listener, and whether the thread is in it already. */
	private static final class Ear {

		private final PipelineListener listener;

		/** Of a type of the JDK, so that a thread's table keeps no class loader alive. */
		private final ThreadLocal<boolean[]> inside = ThreadLocal.withInitial(() -> new boolean[1]);

		Ear(PipelineListener listener) {
			this.listener = listener;
		}

		void tell(Consumer<PipelineListener> fact) {
			boolean[] here = this.inside.get();
			if (here[0]) {
				return;
			}
			here[0] = true;
			try {
				fact.accept(this.listener);
			}
			catch (Throwable ex) {
				// an application's listener must not change what is counted or sent
			}
			finally {
				here[0] = false;
			}
		}

	}

}
