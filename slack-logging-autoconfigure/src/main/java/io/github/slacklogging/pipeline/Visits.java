package io.github.slacklogging.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;

import io.github.slacklogging.Pace;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Visits that wait for the wire of one lane: those that are forced go before what the
 * lane has to tell, the others after it. Used by the worker only.
 */
final class Visits {

	private final Deque<Visit> forced = new ArrayDeque<>();

	private final Deque<Visit> patient = new ArrayDeque<>();

	void add(Visit visit) {
		(visit.forced() ? this.forced : this.patient).add(visit);
	}

	/** The end: nobody hears of them any more. */
	void clear() {
		this.forced.clear();
		this.patient.clear();
	}

	/** A forced visit that goes now; its permit is taken. */
	@Nullable Visit nextForced(Wire own, Tick now) {
		Visit first = this.forced.peek();
		if (first == null || own.isBusy()) {
			return null;
		}
		if (!own.tryTake(Pace.POST, now)) {
			if (first.nanosHeldBack(own, now) > 0) {
				return null;
			}
			own.probe(now);
		}
		return this.forced.poll();
	}

	/** Another visit that goes now; its permit is taken. */
	@Nullable Visit nextPatient(Wire own, Tick now) {
		return (!this.patient.isEmpty() && own.tryTake(Pace.POST, now)) ? this.patient.poll() : null;
	}

	/** How long until one may go, apart from answers. */
	long nanosToNext(Wire own, Tick now) {
		Visit first = this.forced.peek();
		if (first == null && this.patient.isEmpty()) {
			return Long.MAX_VALUE;
		}
		long free = own.nanosToNext(Pace.POST, now);
		return (first == null || own.isBusy()) ? free : Math.min(free, first.nanosHeldBack(own, now));
	}

}
