package io.github.slacklogging.appender;

import java.util.List;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender.Outlet;

/**
 * Where events leave to: each is described once, however many take it. Immutable, takes
 * no lock, allocates nothing.
 */
final class Outlets {

	private static final int MOST = Integer.SIZE;

	private final EventIntake[] intakes;

	private final Severity[] levels;

	Outlets(List<Outlet> outlets) {
		if (outlets.isEmpty() || outlets.size() > MOST) {
			throw new IllegalArgumentException("there must be 1 to " + MOST + " outlets, not " + outlets.size());
		}
		this.intakes = outlets.stream().map(Outlet::intake).toArray(EventIntake[]::new);
		this.levels = outlets.stream().map(Outlet::level).toArray(Severity[]::new);
	}

	/** The lowest severity that any of them takes. */
	Severity lowest() {
		Severity lowest = this.levels[0];
		for (Severity level : this.levels) {
			lowest = lowest.isAtLeast(level) ? level : lowest;
		}
		return lowest;
	}

	/**
	 * Which of them have room for an event of this severity. Those that want it and have
	 * none have counted it by then.
	 * @return a bit for each, 0 for nobody
	 */
	int admitting(Severity severity) {
		int admitting = 0;
		for (int i = 0; i < this.intakes.length; i++) {
			if (severity.isAtLeast(this.levels[i]) && this.intakes[i].admits(severity)) {
				admitting |= 1 << i;
			}
		}
		return admitting;
	}

	/**
	 * Offers the event.
	 * @param event to take
	 * @param admitting who has room, as {@link #admitting} says
	 */
	void offer(LogEvent event, int admitting) {
		for (int i = 0; i < this.intakes.length; i++) {
			if ((admitting & (1 << i)) != 0) {
				this.intakes[i].offer(event);
			}
		}
	}

	/** Counts an event that never became one, for each that would have wanted it. */
	void dropped(DropReason reason, Severity severity) {
		for (int i = 0; i < this.intakes.length; i++) {
			if (severity.isAtLeast(this.levels[i])) {
				this.intakes[i].dropped(reason, severity);
			}
		}
	}

}
