package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.Destination;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.worker.TroubleLog;

/**
 * A pipeline that tells made-up errors to a sender which sends nothing, so that the first
 * real one finds its way paved. It has stages, books and a clock of its own and no
 * worker: whoever plays it waits for it. Nobody hears of it. Not thread-safe.
 */
public final class Rehearsal {

	/** More than it takes. */
	private static final int ROUNDS = 20;

	/** The worker looks again at such times, whatever it waits for. */
	private static final Duration STEP = Duration.ofSeconds(2);

	private final SlackPipeline pipeline;

	private final SlackPipeline.Decoration decoration;

	private Tick now;

	/**
	 * A rehearsal.
	 * @param settings of the real pipeline
	 * @param parts with nothing that is shared with the real one or outlives this: no
	 * spool and no fallback
	 * @param start of a time that passes as it is needed
	 */
	public Rehearsal(SlackPipeline.Settings settings, SlackPipeline.Parts parts, Tick start) {
		if (parts.spool() != null || parts.fallback() != null) {
			throw new IllegalArgumentException("A rehearsal must leave nothing behind");
		}
		this.now = start;
		this.decoration = new SlackPipeline.Decoration(parts.routing(), parts.masking(), List.of(), List.of());
		this.pipeline = new SlackPipeline(settings, parts, new ListenerChain(), () -> this.now,
				new TroubleLog((text) -> {
				}, () -> this.now));
	}

	/**
	 * Sees an error through to its acknowledgement. Blocks while the sender has it.
	 * @param event made up
	 * @return whether it was told
	 */
	public boolean play(LogEvent event) {
		this.pipeline.decorate(this.decoration);
		this.pipeline.worker().runOnce(this.now);
		this.pipeline.intake().offer(event);
		for (int i = 0; i < ROUNDS && waits(); i++) {
			this.now = this.now.plus(STEP);
			this.pipeline.worker().runOnce(this.now);
		}
		return !waits();
	}

	private boolean waits() {
		return this.pipeline.status().delivered().values().stream().allMatch((count) -> count == 0);
	}

	/** Sends through another sender and waits for each answer. */
	public static SlackSender waiting(SlackSender sender) {
		return new Waiting(sender);
	}

	private record Waiting(SlackSender sender) implements SlackSender {

		@Override
		public CompletionStage<SendResult> send(Destination destination, SlackCall call) {
			CompletionStage<SendResult> sent = this.sender.send(destination, call);
			// it has a deadline of its own, and never fails
			sent.toCompletableFuture().join();
			return sent;
		}

		@Override
		public void close() {
			this.sender.close();
		}

	}

}
