package io.github.slacklogging.actuate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.StringUtils;

/**
 * Whether errors reach Slack and events OpenSearch, judged by what happened and never by
 * a probe.
 * <ul>
 * <li>the failure status, when a destination is beyond a threshold
 * ({@link io.github.slacklogging.pipeline.HealthThreshold}) or Slack refuses it, events
 * were lost in the last five minutes, the spool cannot keep what waits, a worker is held
 * up or has stopped, OpenSearch takes nothing or only a part, or the inbox stands in for
 * Slack outside development; the detail {@code problems} says which,</li>
 * <li>{@code UP}, when a message was acknowledged; where none goes to Slack, when an
 * event was indexed,</li>
 * <li>{@code UNKNOWN}, when none was yet, events go nowhere, or it is a dry run.</li>
 * </ul>
 * Thread-safe, does not block, shows no secret.
 */
public final class SlackLoggingHealthIndicator implements HealthIndicator {

	private static final String HOW_TO_SEND = "Set slack.logging.webhook-url, or slack.logging.bot-token "
			+ "and slack.logging.channel, and leave slack.logging.enabled on";

	private final PipelineView view;

	private final Settings settings;

	private final LongSupplier nanoTime;

	private final PipelineProblems pipelineProblems = new PipelineProblems();

	private final ShippingProblems shippingProblems = new ShippingProblems();

	/**
	 * Reads from a pipeline.
	 * @param view what to read
	 * @param settings how to judge
	 * @param nanoTime monotonic clock, as {@link System#nanoTime()}
	 */
	public SlackLoggingHealthIndicator(PipelineView view, Settings settings, LongSupplier nanoTime) {
		this.view = view;
		this.settings = settings;
		this.nanoTime = nanoTime;
	}

	@Override
	public Health health() {
		PipelineStatus status = this.view.status();
		ShippingStatus shipping = this.view.shipping();
		if (status == null && shipping == null) {
			return Health.unknown()
				.withDetail("state", "inert")
				.withDetail("hint", "Nothing is sent to Slack. " + HOW_TO_SEND)
				.build();
		}
		List<String> problems = problems(status, shipping);
		Health.Builder health = Health.status(judge(status, shipping, problems));
		if (!problems.isEmpty()) {
			health.withDetail("problems", problems);
		}
		addHints(health, status, shipping);
		if (status != null) {
			health.withDetails(new HealthDetails(status).asMap());
		}
		if (shipping != null) {
			health.withDetail("opensearch", new ShippingDetails(shipping).asMap());
		}
		return health.build();
	}

	private void addHints(Health.Builder health, @Nullable PipelineStatus status, @Nullable ShippingStatus shipping) {
		String inboxUrl = this.view.inboxUrl();
		if (inboxUrl != null) {
			health.withDetail("inbox", inboxUrl);
		}
		if (this.view.isDryRun()) {
			health.withDetail("hint", EndpointReading.DRY_RUN);
		}
		else if (shipping != null && !tellsSlack(status)) {
			health.withDetail("hint", "Events go to OpenSearch, but nothing is sent to Slack. " + HOW_TO_SEND);
		}
	}

	private Status judge(@Nullable PipelineStatus status, @Nullable ShippingStatus shipping, List<String> problems) {
		if (!problems.isEmpty()) {
			return new Status(this.settings.failureStatus());
		}
		return (proven(status, shipping) && !this.view.isDryRun()) ? Status.UP : Status.UNKNOWN;
	}

	// What arrives in OpenSearch proves nothing about Slack.
	private static boolean proven(@Nullable PipelineStatus status, @Nullable ShippingStatus shipping) {
		if (status != null && tellsSlack(status)) {
			return status.destinations().stream().anyMatch((each) -> each.lastSuccess() != null);
		}
		return shipping != null && shipping.delivery().lastSuccess() != null;
	}

	private static boolean tellsSlack(@Nullable PipelineStatus status) {
		return status != null && !status.destinations().isEmpty();
	}

	private List<String> problems(@Nullable PipelineStatus status, @Nullable ShippingStatus shipping) {
		List<String> problems = new ArrayList<>();
		long now = this.nanoTime.getAsLong();
		if (status != null) {
			problems.addAll(this.pipelineProblems.of(status, now));
		}
		if (this.view.inboxUrl() != null && !this.settings.development()) {
			problems.add("The inbox stands in for Slack outside development");
		}
		if (shipping != null) {
			problems.addAll(this.shippingProblems.of(shipping, now));
		}
		return problems;
	}

	/**
	 * How to judge.
	 *
	 * @param failureStatus status when errors do not reach Slack. {@code DEGRADED} is
	 * unknown to Boot's aggregator, which then leaves it out: the application stays in
	 * rotation
	 * @param development whether the inbox is a fine place for messages
	 */
	public record Settings(String failureStatus, boolean development) {

		public Settings {
			if (!StringUtils.hasText(failureStatus)) {
				throw new IllegalArgumentException("slack.logging.health.failure-status must not be empty");
			}
		}

	}

}
