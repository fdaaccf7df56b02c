package io.github.slacklogging.pipeline;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.channel.ChannelRouting.Decision;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.pipeline.ErrorPen.Held;
import io.github.slacklogging.pipeline.ErrorPen.Reported;
import org.jspecify.annotations.Nullable;

/**
 * Takes events out of the buffer: routes each of them, folds it into its groups, what
 * logs the failure of a job again into those of its report, and writes it to the fallback
 * log where its destination is undeliverable at that moment. Used by the worker only;
 * survives any {@link Throwable}.
 */
final class Reception {

	private final EventGrouping grouping;

	private final Map<String, Lane> lanes;

	/** The same, to be gone through for each event. */
	private final List<Lane> allLanes;

	private final PipelineListener listener;

	private final Telling telling;

	private final @Nullable FallbackLog fallback;

	private final TroubleLog trouble;

	private final Story story;

	private final ErrorPen pen;

	private ChannelRouting routing;

	private final SlackSender sender;

	private boolean decorated;

	private boolean announced;

	Reception(SlackPipeline.Parts parts, ErrorPen pen, Map<String, Lane> lanes, Lane.Road road,
			PipelineListener listener) {
		this.pen = pen;
		this.grouping = parts.grouping();
		this.routing = parts.routing();
		this.fallback = parts.fallback();
		this.sender = parts.sender();
		this.lanes = lanes;
		this.allLanes = List.copyOf(lanes.values());
		this.telling = road.telling();
		this.story = road.story();
		this.listener = listener;
		this.trouble = road.trouble();
	}

	/** The application's own parts are known: nothing is held back any more. */
	void decorate(ChannelRouting routing) {
		this.routing = routing;
		this.decorated = true;
		// what was made ready before may have lacked a bundle, and masks without them
		this.announced = false;
	}

	boolean isDecorated() {
		return this.decorated;
	}

	void accept(LogEvent event, Tick now) {
		// before the application's maskers are known only the text itself may leave
		LogEvent told = this.decorated ? event : event.withoutContext();
		Decision decision;
		try {
			decision = this.routing.decide(told);
			this.story.decided(told, decision);
		}
		catch (Throwable ex) {
			failed(ex, event, 1);
			this.listener.accepted(event.severity(), 1);
			return;
		}
		if (decision.destinations().isEmpty()) {
			this.listener.filtered(event.severity(), 1);
			return;
		}
		announce();
		place(told, decision, now);
	}

	/**
	 * While the first event waits for company, what takes long and most applications
	 * never need is made: the sender's client, and the rules of masking.
	 */
	private void announce() {
		if (!this.announced) {
			this.announced = true;
			this.sender.getReady();
			this.telling.getReady();
		}
	}

	private void place(LogEvent event, Decision decision, Tick now) {
		Reported report = this.pen.reportOf(event, now);
		if (report != null) {
			echo(event, report.run(), report.destinations(), now);
		}
		else if (this.pen.takes(event)) {
			this.story.held(event);
			Held displaced = this.pen.hold(event, decision, now);
			if (displaced != null) {
				letGo(displaced, now);
			}
		}
		else {
			List<String> destinations = decision.destinations();
			Fingerprint kind = fold(event, destinations, () -> this.grouping.fold(event, destinations, now), now);
			if (kind != null && event.job() != null) {
				this.pen.reported(event, kind, destinations, now)
					.forEach((echo) -> echo(echo, kind, destinations, now));
			}
		}
	}

	/**
	 * Errors for which no report came go their usual way, without waiting once more.
	 * @param all whether none may wait any more
	 * @param now the time
	 */
	void release(boolean all, Tick now) {
		Held next = this.pen.release(all, now);
		while (next != null) {
			letGo(next, now);
			next = this.pen.release(all, now);
		}
	}

	private void letGo(Held held, Tick now) {
		List<String> destinations = held.decision().destinations();
		fold(held.event(), destinations, () -> {
			Fingerprint kind = this.grouping.fold(held.event(), destinations, now);
			destinations.forEach((destination) -> this.grouping.hurry(destination, kind, now));
			return kind;
		}, now);
	}

	/**
	 * Events that wait for a report of theirs; like those in the buffer not accepted yet.
	 */
	int held() {
		return this.pen.size();
	}

	/** How long until one of them has waited in vain. */
	long nanosToNext(Tick now) {
		return this.pen.nanosToNext(now);
	}

	private void echo(LogEvent event, Fingerprint run, List<String> destinations, Tick now) {
		fold(event, destinations, () -> this.grouping.foldInto(event, run, destinations, now), now);
	}

	/** What it is, {@code null} where that failed. */
	private @Nullable Fingerprint fold(LogEvent event, List<String> destinations, Supplier<Fingerprint> folding,
			Tick now) {
		long before = waiting();
		Fingerprint kind = null;
		try {
			kind = folding.get();
			this.story.folded(event, kind, destinations, now);
			divert(event, destinations);
		}
		catch (Throwable ex) {
			// whatever got into a group is told all the same, the rest is counted
			failed(ex, event, (kind != null) ? 0 : destinations.size() - (waiting() - before));
		}
		this.listener.accepted(event.severity(), destinations.size());
		countEchoes(destinations);
		return kind;
	}

	private void failed(Throwable ex, LogEvent event, long lost) {
		this.listener.dropped(DropReason.FAILED, event.severity(), lost);
		this.trouble.accept("taking an event failed: " + ex.getClass().getName());
	}

	// by index, here and below: for each event an iterator would cost more than its way
	private void countEchoes(List<String> destinations) {
		for (int i = 0; i < destinations.size(); i++) {
			Lane lane = this.lanes.get(destinations.get(i));
			if (lane != null) {
				lane.countEchoes();
			}
		}
	}

	private void divert(LogEvent event, List<String> destinations) {
		FallbackLog log = this.fallback;
		if (log == null) {
			return;
		}
		MaskedEvent masked = null;
		for (String destination : destinations) {
			Lane lane = this.lanes.get(destination);
			if (lane != null && lane.isUndeliverable()) {
				masked = (masked != null) ? masked : this.telling.mask(event);
				log.write(destination, masked);
				this.story.diverted(event, destination);
			}
		}
	}

	private long waiting() {
		long waiting = 0;
		for (int i = 0; i < this.allLanes.size(); i++) {
			waiting += this.allLanes.get(i).waiting();
		}
		return waiting;
	}

}
