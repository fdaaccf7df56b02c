package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Tick;
import io.github.slacklogging.pipeline.BareWorker;
import io.github.slacklogging.pipeline.ListenerChain;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.worker.Round;
import io.github.slacklogging.worker.TroubleLog;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * The way to Slack with its defaults, from the buffer to a sender that takes everything
 * at once, on the caller's thread: there is no worker but whoever asks for a round, and
 * time stands still until it is moved. Without the spool, whose thread is another one.
 */
public final class StillPipeline {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private final SlackPipeline.Parts parts;

	private final SlackPipeline pipeline;

	private final Round round;

	private final ListenerChain listeners = new ListenerChain();

	private Tick now = new Tick(START, 0);

	/**
	 * Decorated without any beans.
	 * @param bot whether the destination is a bot, whose messages can be edited, or a
	 * webhook
	 */
	public StillPipeline(boolean bot) {
		TroubleLog trouble = new TroubleLog(System.err::println, () -> this.now);
		StageSettings stages = new StageSettings(settings(bot), null);
		StageMaking making = new StageMaking(stages, (field, text) -> text, this.listeners, () -> this.now, trouble);
		this.parts = making.parts(
				(destination, call) -> CompletableFuture.completedFuture(new SendResult.Accepted("200")),
				(destination) -> false);
		this.pipeline = new SlackPipeline(stages.pipeline(), this.parts, this.listeners, () -> this.now, trouble);
		this.round = BareWorker.of(this.pipeline);
		this.pipeline.decorate(making.decoration(new ContributedBeans(new StaticListableBeanFactory())));
		round();
	}

	private static SlackLoggingSettings settings(boolean bot) {
		Map<String, Object> destination = bot
				? Map.of("slack.logging.bot-token", "xoxb-0-swallowed", "slack.logging.channel", "#errors",
						"slack.logging.api-url", "http://localhost:9/api/")
				: Map.of("slack.logging.webhook-url", "http://localhost:9/services/T0/B0/swallowed");
		Map<String, Object> properties = new HashMap<>(destination);
		properties.putAll(Map.of("slack.logging.spool.enabled", false, "slack.logging.service-name", "orders",
				"slack.logging.service-version", "1.8.2", "slack.logging.host", "orders-1",
				"slack.logging.grouping.in-app", "com.acme"));
		SlackLoggingSetup setup = SlackLoggingSetup.read(Assembled.environment(properties), null);
		return ((SlackLoggingSetup.Active) setup).settings();
	}

	/** The stages. */
	public SlackPipeline.Parts parts() {
		return this.parts;
	}

	/**
	 * Puts an event into the buffer, where it waits for a round.
	 * @param event to take
	 */
	public void offer(LogEvent event) {
		if (!this.pipeline.intake().offer(event)) {
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

	/** What was accepted, and what of that was not told yet or was dropped. */
	public String books() {
		return this.pipeline.status().accepted() + " accepted, " + this.pipeline.status().waiting() + " waiting, dropped "
				+ this.pipeline.status().dropped();
	}

}
