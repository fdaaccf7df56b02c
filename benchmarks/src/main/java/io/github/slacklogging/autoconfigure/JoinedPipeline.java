package io.github.slacklogging.autoconfigure;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.Tick;
import io.github.slacklogging.pipeline.ListenerChain;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.worker.TroubleLog;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * The stages with their defaults, from the buffer to a sender that takes everything at
 * once, decorated without any beans and not started. Without the spool, whose thread is
 * another one.
 */
final class JoinedPipeline {

	private final SlackPipeline.Parts parts;

	private final SlackPipeline pipeline;

	/**
	 * Joins them.
	 * @param bot whether the destination is a bot, whose messages can be edited, or a
	 * webhook
	 * @param clock the time
	 */
	JoinedPipeline(boolean bot, Supplier<Tick> clock) {
		TroubleLog trouble = new TroubleLog(System.err::println, clock);
		ListenerChain listeners = new ListenerChain();
		StageSettings stages = new StageSettings(settings(bot), null);
		StageMaking making = new StageMaking(stages, (field, text) -> text, listeners, clock, trouble);
		this.parts = making.parts(
				(destination, call) -> CompletableFuture.completedFuture(new SendResult.Accepted("200")),
				(destination) -> false);
		this.pipeline = new SlackPipeline(stages.pipeline(), this.parts, listeners, clock, trouble);
		this.pipeline.decorate(making.decoration(new ContributedBeans(new StaticListableBeanFactory())));
	}

	private static SlackLoggingSettings settings(boolean bot) {
		Map<String, Object> properties = new HashMap<>(bot
				? Map.of("slack.logging.bot-token", "xoxb-0-swallowed", "slack.logging.channel", "#errors",
						"slack.logging.api-url", "http://localhost:9/api/")
				: Map.of("slack.logging.webhook-url", "http://localhost:9/services/T0/B0/swallowed"));
		properties.putAll(Map.of("slack.logging.spool.enabled", false, "slack.logging.service-name", "orders",
				"slack.logging.service-version", "1.8.2", "slack.logging.host", "orders-1",
				"slack.logging.grouping.in-app", "com.acme"));
		SlackLoggingSetup setup = SlackLoggingSetup.read(Assembled.environment(properties), null);
		return ((SlackLoggingSetup.Active) setup).settings();
	}

	SlackPipeline.Parts parts() {
		return this.parts;
	}

	SlackPipeline pipeline() {
		return this.pipeline;
	}

}
