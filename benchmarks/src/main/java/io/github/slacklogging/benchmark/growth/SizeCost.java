package io.github.slacklogging.benchmark.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;
import io.github.slacklogging.autoconfigure.ConfiguredStages;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.pipeline.Composition;

/** What one log call costs at each station of its way. */
final class SizeCost {

	/** Calls are repeated until a run takes so long. */
	private static final long RUN_NANOS = Duration.ofMillis(15).toNanos();

	/** The same throwable is noticed for a moment; then it is another error. */
	private static final Duration BETWEEN = Duration.ofSeconds(6);

	private final SizedCall call;

	private final Repeated repeated;

	private final LatestEvent latest = new LatestEvent();

	private final ConfiguredStages stages = new ConfiguredStages(Map.of("slack.logging.message.location", "never"),
			() -> new Tick(Instant.EPOCH, 0));

	private Tick now = new Tick(Instant.EPOCH, 0);

	SizeCost(SizedCall call, Repeated repeated) {
		this.call = call;
		this.repeated = repeated;
	}

	/** Of the call with an appender that asks for the text and does nothing with it. */
	Measured noop() throws Exception {
		LoggingApplication application = LoggingApplication.withNoop(true);
		return each(() -> this.call.log(application));
	}

	/** Of the call with the starter's. */
	Measured caller() throws Exception {
		LoggingApplication application = LoggingApplication.with(this.latest, this.stages.appender());
		return each(() -> this.call.log(application));
	}

	/** Of folding it when its kind is known. */
	Measured fold() throws Exception {
		LogEvent event = event();
		EventGrouping grouping = this.stages.grouping();
		List<String> destinations = this.stages.destinations();
		return each(() -> {
			this.now = this.now.plus(BETWEEN);
			grouping.fold(event, destinations, this.now);
		});
	}

	/** Of masking it and composing the message that tells it. */
	Measured compose() throws Exception {
		Composition composition = this.stages.composition();
		EventGrouping grouping = this.stages.grouping();
		String destination = this.stages.destinations().get(0);
		grouping.fold(event(), this.stages.destinations(), this.now);
		this.now = this.now.plus(BETWEEN);
		GroupBatch batch = grouping.take(destination, this.now).orElseThrow();
		return each(() -> composition.call(batch, this.now));
	}

	/** What the buffer counts it as. */
	int bufferBytes() {
		return event().approximateBytes();
	}

	/** What each waiting kind holds of it. */
	double heldBytes() {
		int kinds = 32;
		return (double) HeldHeap.by(() -> {
			EventGrouping grouping = this.stages.grouping();
			for (int i = 0; i < kinds; i++) {
				grouping.fold(ofKind(i), this.stages.destinations(), this.now);
			}
			return grouping;
		}) / kinds;
	}

	/** Logged anew, so that it shares nothing with the one before. */
	private LogEvent ofKind(int kind) {
		LogEvent event = event();
		return new LogEvent(event.runId(), kind + 1L, event.timestamp(), event.severity(), event.loggerName(),
				event.threadName(), event.template(), event.message(), event.argumentCount(), event.mdc(),
				List.of(new KeyValue("slack.fingerprint", "kind " + kind)), event.markers(), event.throwable(), null);
	}

	private LogEvent event() {
		this.call.log(LoggingApplication.with(this.latest, this.stages.appender()));
		return this.latest.get();
	}

	private Measured each(Runnable work) throws Exception {
		return this.repeated.measure(() -> {
			long begun = ProcessorTime.now();
			long end = System.nanoTime() + RUN_NANOS;
			long done = 0;
			do {
				work.run();
				done++;
			}
			while (System.nanoTime() < end);
			return (double) (ProcessorTime.now() - begun) / done;
		});
	}

}
