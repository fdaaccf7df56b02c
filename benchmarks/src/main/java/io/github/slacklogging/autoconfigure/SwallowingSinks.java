package io.github.slacklogging.autoconfigure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.RunId;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ShippingListener;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.grouping.Fingerprints;
import io.github.slacklogging.opensearch.OpenSearchShipping;
import io.github.slacklogging.opensearch.Swallowing;
import io.github.slacklogging.pipeline.ListenerChain;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.relay.BreakerGate;
import io.github.slacklogging.worker.TroubleLog;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * The way to Slack and the way to OpenSearch with their defaults, their buffers and
 * workers, up to senders that take everything at once. Without the spool.
 */
public final class SwallowingSinks implements AutoCloseable {

	private static final long LOOK_NANOS = 1_000_000;

	private static final Supplier<Tick> CLOCK = () -> new Tick(Instant.now(), System.nanoTime());

	private static final TroubleLog TROUBLE = new TroubleLog(System.err::println, CLOCK);

	private final StageSettings stages = new StageSettings(settings(), null);

	private final StageMaking making = new StageMaking(this.stages, (field, text) -> text, new ListenerChain(), CLOCK,
			TROUBLE);

	private final SlackPipeline slack = slack();

	private final OpenSearchShipping shipping = shipping();

	/** Starts both workers. */
	public SwallowingSinks() {
		this(true);
	}

	private SwallowingSinks(boolean awake) {
		if (awake) {
			start();
		}
	}

	/** With workers that never start: what is logged stays in the buffers. */
	public static SwallowingSinks thatSleep() {
		return new SwallowingSinks(false);
	}

	private void start() {
		ContributedBeans none = new ContributedBeans(new StaticListableBeanFactory());
		SlackPipeline.Decoration decoration = this.making.decoration(none);
		this.slack.start();
		this.slack.decorate(decoration);
		this.shipping.start();
		this.shipping.decorate(new OpenSearchShipping.Decoration(decoration.masking()::mask,
				new Fingerprints(this.stages.grouping(), List.of())::of));
	}

	private static SlackLoggingSettings settings() {
		SlackLoggingSetup setup = SlackLoggingSetup.read(Assembled
			.environment(Map.of("slack.logging.webhook-url", "http://localhost:9/services/T0/B0/swallowed",
					"slack.logging.spool.enabled", false, "slack.logging.service-name", "orders",
					"slack.logging.opensearch.uris", "http://localhost:9", "slack.logging.message.location", "never")),
				null);
		return ((SlackLoggingSetup.Active) setup).settings();
	}

	private SlackPipeline slack() {
		SlackSender sender = (destination, call) -> CompletableFuture.completedFuture(new SendResult.Accepted("200"));
		return new SlackPipeline(this.stages.pipeline(), this.making.parts(sender, (destination) -> false),
				new ListenerChain(), CLOCK, TROUBLE);
	}

	private OpenSearchShipping shipping() {
		ConfiguredCluster cluster = this.stages.settings().cluster();
		if (cluster == null) {
			throw new IllegalStateException("No address is configured");
		}
		return Swallowing.shipping(this.stages.shipping(cluster),
				new OpenSearchShipping.Parts(new OpenSearchShipping.Decoration((event) -> {
					throw new IllegalStateException("decorated first");
				}, new Fingerprints(this.stages.grouping(), List.of())::of), this.stages.settings().identity(),
						() -> this.stages.clusterTransport(cluster, null), new NoAuthorization(),
						new BreakerGate(this.stages.gate(), new Random()), null, new ShippingListener() {
						}, TROUBLE),
				CLOCK);
	}

	/**
	 * Where the appender leaves its events.
	 * @param toSlack whether the way to Slack takes part
	 * @param toOpenSearch whether the way to OpenSearch takes part
	 */
	public List<SlackAppender.Outlet> outlets(boolean toSlack, boolean toOpenSearch) {
		List<SlackAppender.Outlet> outlets = new ArrayList<>();
		if (toSlack) {
			outlets.add(new SlackAppender.Outlet(this.slack.intake(), Severity.ERROR));
		}
		if (toOpenSearch) {
			outlets.add(new SlackAppender.Outlet(this.shipping.intake(), Severity.INFO));
		}
		return outlets;
	}

	public SlackAppender.Settings appender() {
		return this.stages.appender(RunId.random());
	}

	/**
	 * Waits until the workers have taken events from their buffers.
	 * @param toSlack how many in all, those that were refused included
	 * @param toOpenSearch likewise
	 */
	public void await(long toSlack, long toOpenSearch) {
		while (this.slack.status().accepted() < toSlack || this.shipping.status().accepted() < toOpenSearch) {
			LockSupport.parkNanos(LOOK_NANOS);
		}
	}

	/** How many events came out of the buffer of the way to Slack. */
	public long arrivedAtSlack() {
		PipelineStatus status = this.slack.status();
		return status.accepted() - sum(status.dropped());
	}

	/** How many events came out of the buffer of the way to OpenSearch. */
	public long arrivedAtOpenSearch() {
		ShippingStatus status = this.shipping.status();
		return status.accepted() - sum(status.dropped());
	}

	private static long sum(Map<DropReason, Long> dropped) {
		return dropped.values().stream().mapToLong(Long::longValue).sum();
	}

	/** What was accepted and dropped on each way. */
	public String books() {
		return "Slack accepted %d, dropped %s; OpenSearch accepted %d, dropped %s".formatted(
				this.slack.status().accepted(), this.slack.status().dropped(), this.shipping.status().accepted(),
				this.shipping.status().dropped());
	}

	@Override
	public void close() {
		this.slack.close();
		this.shipping.close();
	}

}
