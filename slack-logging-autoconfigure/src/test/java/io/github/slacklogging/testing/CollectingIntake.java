package io.github.slacklogging.testing;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;

/** Keeps everything it is given, or has no room at all. Thread-safe. */
public final class CollectingIntake implements EventIntake {

	private final List<LogEvent> events = new ArrayList<>();

	private final List<String> drops = new ArrayList<>();

	private final List<Severity> asked = new ArrayList<>();

	private volatile boolean full;

	/** From now on there is no room. */
	public void fill() {
		this.full = true;
	}

	@Override
	public synchronized boolean admits(Severity severity) {
		this.asked.add(severity);
		return !this.full;
	}

	@Override
	public synchronized boolean offer(LogEvent event) {
		return this.events.add(event);
	}

	@Override
	public synchronized void dropped(DropReason reason, Severity severity) {
		this.drops.add(reason + " " + severity);
	}

	public synchronized List<LogEvent> events() {
		return List.copyOf(this.events);
	}

	/** The one event that was taken. */
	public synchronized LogEvent event() {
		if (this.events.size() != 1) {
			throw new AssertionError("Not one event but " + this.events + ", dropped " + this.drops);
		}
		return this.events.get(0);
	}

	/** Reason and severity of each dropped event. */
	public synchronized List<String> drops() {
		return List.copyOf(this.drops);
	}

	/** Severities for which room was asked. */
	public synchronized List<Severity> asked() {
		return List.copyOf(this.asked);
	}

}
