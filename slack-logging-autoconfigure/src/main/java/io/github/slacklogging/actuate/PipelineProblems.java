package io.github.slacklogging.actuate;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.PipelineState;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.pipeline.BrokenThreshold;
import io.github.slacklogging.pipeline.DestinationStatus;
import io.github.slacklogging.pipeline.PipelineStatus;

/**
 * What keeps events from Slack, one line for each. A circuit that is merely open is none
 * yet: the thresholds judge, and they know how long. Thread-safe.
 */
final class PipelineProblems {

	private final RecentLosses losses = new RecentLosses();

	/**
	 * Looks.
	 * @param status to judge
	 * @param nowNanos monotonic clock
	 */
	List<String> of(PipelineStatus status, long nowNanos) {
		List<String> problems = new ArrayList<>();
		status.destinations().forEach((destination) -> addThoseOf(destination, problems));
		if (this.losses.any(status.dropped(), nowNanos)) {
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
		return problems;
	}

	private static void addThoseOf(DestinationStatus destination, List<String> problems) {
		if (destination.stoppedBy() != null) {
			problems.add("Slack refuses destination '%s': %s".formatted(destination.name(),
					HealthDetails.withoutSecrets(destination.stoppedBy())));
		}
		destination.broken().forEach((broken) -> problems.add(inWords(destination.name(), broken)));
	}

	private static String inWords(String destination, BrokenThreshold broken) {
		return "Destination '%s' is beyond %s since %s: %s, where the limit is %s. What to do: %s".formatted(
				destination, HealthDetails.property(broken.threshold()), broken.since(), broken.measured(),
				broken.limit(), broken.threshold().advice());
	}

}
