package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.time.Instant;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;
import io.github.slacklogging.pipeline.BareWorker;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.worker.Round;

/**
 * The way to Slack with its defaults, from the buffer to a sender that takes everything
 * at once, on the caller's thread: there is no worker but whoever asks for a round, and
 * time stands still until it is moved. For one thread.
 */
public final class StillPipeline {

	private Tick now = new Tick(Instant.parse("2026-01-01T00:00:00Z"), 0);

	private final JoinedPipeline joined;

	private final Round round;

	/**
	 * Ready to take events.
	 * @param bot whether the destination is a bot, whose messages can be edited, or a
	 * webhook
	 */
	public StillPipeline(boolean bot) {
		this.joined = new JoinedPipeline(bot, () -> this.now);
		this.round = BareWorker.of(this.joined.pipeline());
		round();
	}

	/** The stages. */
	public SlackPipeline.Parts parts() {
		return this.joined.parts();
	}

	/**
	 * Puts an event into the buffer, where it waits for a round.
	 * @param event to take
	 */
	public void offer(LogEvent event) {
		if (!this.joined.pipeline().intake().offer(event)) {
			throw new IllegalStateException("no room for the event");
		}
	}

	/**
	 * The worker's round.
	 * @return as {@link Round#runOnce}
	 */
	public long round() {
		return this.round.runOnce(this.now);
	}

	/** The time. */
	public Tick now() {
		return this.now;
	}

	/**
	 * Moves the time.
	 * @param by how far
	 */
	public void pass(Duration by) {
		this.now = this.now.plus(by);
	}

}
