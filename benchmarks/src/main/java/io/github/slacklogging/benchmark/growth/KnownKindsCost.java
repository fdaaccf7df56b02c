package io.github.slacklogging.benchmark.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.autoconfigure.ConfiguredStages;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.pipeline.SteppedPipeline;

/**
 * What an event costs the worker once its kind is known. Kinds come in a random order
 * that is the same each time, and each of them as often as any other.
 */
final class KnownKindsCost {

	/** More than the places in which throwables are remembered for a moment. */
	private static final int MIN_EVENTS = 20_000;

	/** As many as the worker finds when it looks, at 10,000 events a second. */
	private static final int EVENTS_A_ROUND = 200;

	private static final Duration ROUND = Duration.ofMillis(20);

	private static final Duration BETWEEN = ROUND.dividedBy(EVENTS_A_ROUND);

	private static final SlackSender ACCEPTING = (destination, call) -> CompletableFuture
		.completedFuture(new SendResult.Accepted("200"));

	private final int kinds;

	private final Map<String, Object> properties;

	private final List<LogEvent> events = new ArrayList<>();

	private Tick now = new Tick(Instant.parse("2026-08-14T10:00:00Z"), 0);

	/**
	 * Of so many.
	 * @param kinds that come
	 * @param maxGroups how many are remembered
	 */
	KnownKindsCost(int kinds, int maxGroups) {
		this.kinds = kinds;
		this.properties = Map.of("slack.logging.grouping.max-groups", maxGroups);
	}

	private void record() {
		AcmeErrors errors = new AcmeErrors();
		for (int i = 0; i < Math.max(this.kinds, MIN_EVENTS); i++) {
			this.events.add(errors.next(i % this.kinds, this.now.instant()));
		}
		Collections.shuffle(this.events, new Random(7));
	}

	/**
	 * Nanoseconds of processor time to fold one while nothing is told, as when Slack is
	 * down.
	 */
	Measured folding(Repeated repeated) throws Exception {
		record();
		EventGrouping grouping = stages().grouping();
		List<String> destinations = stages().destinations();
		return repeated.measure(() -> {
			long begun = ProcessorTime.now();
			for (LogEvent event : this.events) {
				this.now = this.now.plus(BETWEEN);
				grouping.fold(event, destinations, this.now);
			}
			return (double) (ProcessorTime.now() - begun) / this.events.size();
		});
	}

	/**
	 * Nanoseconds of processor time of all that the worker does at 10,000 events a
	 * second, divided by the events, while Slack takes every message at once.
	 */
	Measured working(Repeated repeated) throws Exception {
		record();
		SteppedPipeline stepped = new SteppedPipeline(stages().pipeline(ACCEPTING, new Random(7)));
		return repeated.measure(() -> {
			long spent = 0;
			int next = 0;
			while (next < this.events.size()) {
				int end = Math.min(next + EVENTS_A_ROUND, this.events.size());
				this.events.subList(next, end).forEach(stepped::log);
				next = end;
				this.now = this.now.plus(ROUND);
				long begun = ProcessorTime.now();
				stepped.run(this.now);
				spent += ProcessorTime.now() - begun;
			}
			return (double) spent / this.events.size();
		});
	}

	/** Bytes of heap that are held when one event of each has come. */
	long held() {
		return HeldHeap.by(() -> {
			EventGrouping grouping = stages().grouping();
			List<String> destinations = stages().destinations();
			AcmeErrors errors = new AcmeErrors();
			for (int i = 0; i < this.kinds; i++) {
				this.now = this.now.plus(BETWEEN);
				grouping.fold(errors.next(i, this.now.instant()), destinations, this.now);
			}
			return grouping;
		});
	}

	private ConfiguredStages stages() {
		return new ConfiguredStages(this.properties, () -> this.now);
	}

}
