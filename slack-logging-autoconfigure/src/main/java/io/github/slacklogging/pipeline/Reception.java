package io.github.slacklogging.pipeline;

import java.util.List;
import java.util.Map;

import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Tick;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.channel.ChannelRouting.Decision;
import io.github.slacklogging.grouping.EventGrouping;
import org.jspecify.annotations.Nullable;

/**
 * Takes events out of the buffer: routes each of them, folds it into its groups, and
 * writes it to the fallback log where its destination is undeliverable at that moment.
 * Used by the worker only; survives any {@link Throwable}.
 */
final class Reception {

	private final EventGrouping grouping;

	private final Map<String, Lane> lanes;

	private final PipelineListener listener;

	private final Telling telling;

	private final @Nullable FallbackLog fallback;

	private final TroubleLog trouble;

	private final Story story;

	private ChannelRouting routing;

	private boolean decorated;

	Reception(SlackPipeline.Parts parts, Map<String, Lane> lanes, Lane.Road road, PipelineListener listener) {
		this.grouping = parts.grouping();
		this.routing = parts.routing();
		this.fallback = parts.fallback();
		this.lanes = lanes;
		this.telling = road.telling();
		this.story = road.story();
		this.listener = listener;
		this.trouble = road.trouble();
	}

	/** The application's own parts are known: nothing is held back any more. */
	void decorate(ChannelRouting routing) {
		this.routing = routing;
		this.decorated = true;
	}

	boolean isDecorated() {
		return this.decorated;
	}

	void accept(LogEvent event, Tick now) {
		// before the application's maskers are known only the text itself may leave
		LogEvent told = this.decorated ? event : event.withoutContext();
		long before = waiting();
		long copies = 1;
		try {
			Decision decision = this.routing.decide(told);
			this.story.decided(told, decision);
			List<String> destinations = decision.destinations();
			if (destinations.isEmpty()) {
				this.listener.filtered(event.severity(), 1);
				return;
			}
			copies = destinations.size();
			Fingerprint fingerprint = this.grouping.fold(told, destinations, now);
			this.story.folded(told, fingerprint, destinations, now);
			divert(told, destinations);
		}
		catch (Throwable ex) {
			// whatever got into a group is told all the same, the rest is counted
			long lost = copies - (waiting() - before);
			this.listener.dropped(DropReason.FAILED, event.severity(), lost);
			this.trouble.accept("taking an event failed: " + ex.getClass().getName());
		}
		this.listener.accepted(event.severity(), copies);
	}

	private void divert(LogEvent event, List<String> destinations) {
		FallbackLog log = this.fallback;
		MaskedEvent masked = null;
		for (String destination : destinations) {
			Lane lane = this.lanes.get(destination);
			if (log != null && lane != null && lane.isUndeliverable()) {
				masked = (masked != null) ? masked : this.telling.mask(event);
				log.write(destination, masked);
				this.story.diverted(event, destination);
			}
		}
	}

	private long waiting() {
		return this.lanes.values().stream().mapToLong(Lane::waiting).sum();
	}

}
