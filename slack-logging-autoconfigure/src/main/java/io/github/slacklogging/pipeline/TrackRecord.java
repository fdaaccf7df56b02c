package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Tick;
import io.github.slacklogging.pipeline.Wire.Landing;
import io.github.slacklogging.worker.DeliveryWindow;

/** What a destination's health is judged by, of one wire. Used by the worker only. */
final class TrackRecord {

	private final HealthLimits limits;

	private final DeliveryWindow window;

	private final Map<Pace, Pacing> pacings = new EnumMap<>(Pace.class);

	TrackRecord(HealthLimits limits) {
		this.limits = limits;
		this.window = new DeliveryWindow(limits.window());
		for (Pace pace : Pace.values()) {
			this.pacings.put(pace, new Pacing(limits.window()));
		}
	}

	/**
	 * A call ended. That it succeeded is noted by who knows what was acknowledged.
	 * @param landing how
	 * @param failure whether it counts as a failure
	 * @param now the time
	 */
	void landed(Landing landing, boolean failure, Tick now) {
		Pacing pacing = pacing(landing.call().pace());
		if (failure) {
			this.window.failed(now);
		}
		else if (landing.outcome() == MessageOutcome.THROTTLED) {
			pacing.throttled();
		}
		else {
			pacing.answered(now);
		}
	}

	/**
	 * What was due here was acknowledged, here or where another destination stood in. No
	 * rate limit is an excuse for what Slack itself took for its answer.
	 * @param dueNanos since when it was due, as {@link Tick#nanos()}
	 * @param landing of the call that told it
	 * @param now the time
	 */
	void settled(long dueNanos, Landing landing, Tick now) {
		Pacing pacing = pacing(landing.call().pace());
		Duration excused = pacing.since(dueNanos, now).minus(pacing.since(landing.startedAt().nanos(), now));
		this.window.took(sinceDue(dueNanos, now).minus(excused), now);
	}

	static Duration sinceDue(long dueNanos, Tick now) {
		return Duration.ofNanos(Math.max(0, now.nanos() - dueNanos));
	}

	HealthLimits limits() {
		return this.limits;
	}

	DeliveryWindow window() {
		return this.window;
	}

	/** How rate limits hold up what is due here. */
	Pacing pacing(Pace pace) {
		return Objects.requireNonNull(this.pacings.get(pace), "pacing of each pace");
	}

}
