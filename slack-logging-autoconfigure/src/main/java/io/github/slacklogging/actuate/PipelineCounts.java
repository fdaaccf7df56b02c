package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;

/**
 * Everything that was counted since the runtime began, whether or not a meter registry
 * exists. The runtime owns it: meters hold it weakly and end with it.
 *
 * <p>
 * Thread-safe. Counting takes no lock, so threads that log may call it; durations take
 * one for a moment and come from the worker only. They wait for the first registry, as
 * many as there is room for.
 */
public final class PipelineCounts implements PipelineListener {

	private final List<String> destinations;

	private final Tally<Severity> accepted = new Tally<>(EnumSet.allOf(Severity.class));

	private final Tally<Severity> recovered = new Tally<>(EnumSet.allOf(Severity.class));

	private final Tally<Severity> filtered = new Tally<>(EnumSet.allOf(Severity.class));

	private final Tally<Severity> dropped = new Tally<>(EnumSet.allOf(Severity.class));

	private final Tally<DropReason> reasons = new Tally<>(EnumSet.allOf(DropReason.class));

	private final Tally<Delivered> delivered;

	private final Tally<Settled> settled;

	private final Tally<String> masked = new Tally<>(List.of());

	private final LongAdder reattached = new LongAdder();

	private final AttachedListeners<PipelineListener> listeners = new AttachedListeners<>();

	/**
	 * Starts at zero.
	 * @param destinations names of all configured destinations; another name is counted
	 * as well but only shown in a registry that comes later
	 */
	public PipelineCounts(List<String> destinations) {
		this.destinations = List.copyOf(destinations);
		List<Delivered> kinds = new ArrayList<>();
		List<Settled> outcomes = new ArrayList<>();
		for (String destination : this.destinations) {
			for (Severity severity : Severity.values()) {
				for (DeliveryKind how : DeliveryKind.values()) {
					kinds.add(new Delivered(destination, severity, how));
				}
				for (MessageOutcome outcome : MessageOutcome.values()) {
					outcomes.add(new Settled(destination, severity, outcome));
				}
			}
		}
		this.delivered = new Tally<>(kinds);
		this.settled = new Tally<>(outcomes);
	}

	@Override
	public void accepted(Severity severity, long count) {
		this.accepted.add(severity, count);
	}

	@Override
	public void recovered(Severity severity, long count) {
		this.recovered.add(severity, count);
	}

	@Override
	public void filtered(Severity severity, long count) {
		this.filtered.add(severity, count);
	}

	@Override
	public void dropped(DropReason reason, Severity severity, long count) {
		this.dropped.add(severity, count);
		this.reasons.add(reason, count);
	}

	@Override
	public void delivered(String destination, Severity severity, DeliveryKind how, long count) {
		this.delivered.add(new Delivered(destination, severity, how), count);
	}

	@Override
	public void messageSettled(String destination, Severity severity, MessageOutcome outcome) {
		this.settled.add(new Settled(destination, severity, outcome), 1);
	}

	@Override
	public void requestCompleted(String destination, String status, Duration duration) {
		this.listeners.tell((listener) -> listener.requestCompleted(destination, status, duration));
	}

	@Override
	public void deliveryLatency(String destination, Duration sinceDue) {
		this.listeners.tell((listener) -> listener.deliveryLatency(destination, sinceDue));
	}

	@Override
	public void masked(String rule, long count) {
		if (this.masked.add(rule, count)) {
			this.listeners.tell((listener) -> listener.masked(rule, count));
		}
	}

	@Override
	public void appenderReattached() {
		this.reattached.increment();
	}

	/** What cannot be counted beforehand: durations, and rules when they are new. */
	AttachedListeners<PipelineListener> listeners() {
		return this.listeners;
	}

	List<String> destinations() {
		return this.destinations;
	}

	Tally<Severity> accepted() {
		return this.accepted;
	}

	Tally<Severity> recovered() {
		return this.recovered;
	}

	Tally<Severity> filtered() {
		return this.filtered;
	}

	Tally<Severity> dropped() {
		return this.dropped;
	}

	Tally<DropReason> reasons() {
		return this.reasons;
	}

	Tally<Delivered> delivered() {
		return this.delivered;
	}

	Tally<Settled> settled() {
		return this.settled;
	}

	Tally<String> masked() {
		return this.masked;
	}

	LongAdder reattached() {
		return this.reattached;
	}

	record Delivered(String destination, Severity severity, DeliveryKind how) {

	}

	record Settled(String destination, Severity severity, MessageOutcome outcome) {

	}

}
