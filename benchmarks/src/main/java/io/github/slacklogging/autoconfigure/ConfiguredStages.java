package io.github.slacklogging.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.RunId;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.pipeline.Composition;
import io.github.slacklogging.pipeline.ListenerChain;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.worker.TroubleLog;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * The stages with the starter's defaults, to be measured one by one or joined with a
 * sender and a clock of one's own. One destination, a webhook, and no spool.
 */
public final class ConfiguredStages {

	private final Supplier<Tick> clock;

	private final TroubleLog trouble;

	private final StageSettings stages;

	private final StageMaking making;

	/**
	 * With the defaults but for these.
	 * @param properties as in an {@code application.properties}
	 * @param clock the time
	 */
	public ConfiguredStages(Map<String, Object> properties, Supplier<Tick> clock) {
		Map<String, Object> all = new HashMap<>(Map.of("slack.logging.webhook-url",
				"http://localhost:9/services/T0/B0/nobody", "slack.logging.spool.enabled", false,
				"slack.logging.service-name", "orders", "slack.logging.grouping.in-app", "com.acme"));
		all.putAll(properties);
		SlackLoggingSetup setup = SlackLoggingSetup.read(Assembled.environment(all), null);
		this.clock = clock;
		// what a simulation says on stderr belongs to nobody
		this.trouble = new TroubleLog((line) -> {
		}, clock);
		this.stages = new StageSettings(((SlackLoggingSetup.Active) setup).settings(), null);
		this.making = new StageMaking(this.stages, (field, text) -> text, new ListenerChain(), clock, this.trouble);
	}

	/**
	 * All stages joined, not held back by anything, and not started.
	 * @param sender to a Slack of one's own
	 * @param random for what varies
	 */
	public SlackPipeline pipeline(SlackSender sender, Random random) {
		SlackPipeline.Parts made = this.making.parts(sender, (destination) -> false);
		Relay relay = new Relay(this.stages.relay(), made.destinations(), (destination) -> false, random);
		SlackPipeline.Parts parts = new SlackPipeline.Parts(made.buffer(), made.routing(), made.grouping(),
				made.masking(), made.composer(), relay, sender, made.destinations(), made.standIns(), made.spool(),
				made.fallback(), made.mentions(), made.jobs());
		SlackPipeline pipeline = new SlackPipeline(this.stages.pipeline(), parts, new ListenerChain(), this.clock,
				this.trouble);
		pipeline.decorate(this.making.decoration(new ContributedBeans(new StaticListableBeanFactory())));
		return pipeline;
	}

	/** Groups of the one destination. */
	public EventGrouping grouping() {
		return this.making.parts((destination, call) -> {
			throw new IllegalStateException("nothing is sent");
		}, (destination) -> false).grouping();
	}

	/** Masking and composing. */
	public Composition composition() {
		SlackPipeline.Parts parts = this.making.parts((destination, call) -> {
			throw new IllegalStateException("nothing is sent");
		}, (destination) -> false);
		return new Composition(parts.masking(), parts.composer());
	}

	/** What the appender takes, and how. */
	public SlackAppender.Settings appender() {
		return this.stages.appender(RunId.random());
	}

	/** Names of the destinations. */
	public List<String> destinations() {
		return this.stages.settings().destinations().stream().map(Destination::name).toList();
	}

}
