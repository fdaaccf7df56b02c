package io.github.slacklogging.actuate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.pipeline.DestinationStatus;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.StringUtils;

/**
 * Whether errors reach Slack, judged by what happened and never by a probe.
 * <ul>
 * <li>the failure status, when Slack refuses a destination, a circuit is not closed,
 * events were lost in the last five minutes, the spool cannot keep what waits, the worker
 * is held up, the pipeline has stopped, or the inbox stands in for Slack outside
 * development; the detail {@code problems} says which,</li>
 * <li>{@code UP}, when a message was acknowledged,</li>
 * <li>{@code UNKNOWN}, when none was yet or there is no destination.</li>
 * </ul>
 * Thread-safe, does not block, shows no secret.
 */
public final class SlackLoggingHealthIndicator implements HealthIndicator {

	private final PipelineView view;

	private final Settings settings;

	private final LongSupplier nanoTime;

	private final RecentLosses losses = new RecentLosses();

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
		if (status == null) {
			return Health.unknown()
				.withDetail("state", "inert")
				.withDetail("hint",
						"Nothing is sent to Slack. Set slack.logging.webhook-url, or slack.logging.bot-token "
								+ "and slack.logging.channel, and leave slack.logging.enabled on")
				.build();
		}
		List<String> problems = problems(status);
		Health.Builder health = Health.status(judge(status, problems));
		if (!problems.isEmpty()) {
			health.withDetail("problems", problems);
		}
		String inboxUrl = this.view.inboxUrl();
		if (inboxUrl != null) {
			health.withDetail("inbox", inboxUrl);
		}
		return health.withDetails(new HealthDetails(status).asMap()).build();
	}

	private Status judge(PipelineStatus status, List<String> problems) {
		if (!problems.isEmpty()) {
			return new Status(this.settings.failureStatus());
		}
		boolean acknowledged = status.destinations().stream().anyMatch((each) -> each.lastSuccess() != null);
		return acknowledged ? Status.UP : Status.UNKNOWN;
	}

	private List<String> problems(PipelineStatus status) {
		List<String> problems = new ArrayList<>();
		status.destinations().forEach((destination) -> addProblems(destination, problems));
		if (this.losses.any(status.dropped(), this.nanoTime.getAsLong())) {
			problems.add("Events were lost in the last %d minutes".formatted(RecentLosses.RECENT.toMinutes()));
		}
		SpoolStatus spool = status.spool();
		if (spool != null && spool.problem() != null) {
			problems.add("What waits is kept in memory only: " + HealthDetails.withoutSecrets(spool.problem()));
		}
		if (status.heldUpBy() != null) {
			problems.add("The worker is held up by " + status.heldUpBy());
		}
		if (status.state() == PipelineState.STOPPED) {
			problems.add("The pipeline has stopped");
		}
		if (this.view.inboxUrl() != null && !this.settings.development()) {
			problems.add("The inbox stands in for Slack outside development");
		}
		return problems;
	}

	private static void addProblems(DestinationStatus destination, List<String> problems) {
		if (destination.stoppedBy() != null) {
			problems.add("Slack refuses destination '%s': %s".formatted(destination.name(),
					HealthDetails.withoutSecrets(destination.stoppedBy())));
		}
		if (destination.circuit() != CircuitState.CLOSED) {
			problems.add("The circuit of destination '%s' is %s".formatted(destination.name(),
					HealthDetails.lower(destination.circuit())));
		}
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
