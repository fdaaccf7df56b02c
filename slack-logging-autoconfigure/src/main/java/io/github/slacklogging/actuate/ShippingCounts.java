package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ShippingListener;

/**
 * Everything that was counted of the shipping since the runtime began, whether or not a
 * meter registry exists. The runtime owns it: meters hold it weakly and end with it.
 *
 * <p>
 * Thread-safe. Counting takes no lock, so threads that log may call it; durations take
 * one for a moment and come from the worker only. They wait for the first registry, as
 * many as there is room for.
 */
public final class ShippingCounts implements ShippingListener {

	private final Tally<Outcome> documents = new Tally<>(EnumSet.allOf(Outcome.class));

	private final Tally<DropReason> reasons = new Tally<>(EnumSet.allOf(DropReason.class));

	private final AttachedListeners<ShippingListener> listeners = new AttachedListeners<>();

	@Override
	public void accepted(Severity severity, long count) {
		this.documents.add(Outcome.ACCEPTED, count);
	}

	@Override
	public void indexed(Severity severity, long count) {
		this.documents.add(Outcome.INDEXED, count);
	}

	@Override
	public void dropped(DropReason reason, Severity severity, long count) {
		this.documents.add(Outcome.DROPPED, count);
		this.reasons.add(reason, count);
	}

	@Override
	public void requestCompleted(String status, Duration duration) {
		this.listeners.tell((listener) -> listener.requestCompleted(status, duration));
	}

	/** What cannot be counted beforehand: durations. */
	AttachedListeners<ShippingListener> listeners() {
		return this.listeners;
	}

	Tally<Outcome> documents() {
		return this.documents;
	}

	Tally<DropReason> reasons() {
		return this.reasons;
	}

	/** What became of an event. */
	enum Outcome {

		ACCEPTED, INDEXED, DROPPED;

		String tag() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
