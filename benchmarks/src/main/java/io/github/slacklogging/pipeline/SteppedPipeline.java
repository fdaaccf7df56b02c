package io.github.slacklogging.pipeline;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;

/**
 * A pipeline whose rounds are run one by one, by whoever moves its clock. Its own thread
 * is never started. For one thread.
 *
 * @param pipeline whose rounds they are
 */
public record SteppedPipeline(SlackPipeline pipeline) {

	/** How often a round may ask for the next at once. */
	private static final int MAX_ROUNDS = 10_000;

	/**
	 * Leaves an event where the appender would.
	 * @param event to leave
	 */
	public void log(LogEvent event) {
		if (this.pipeline.intake().admits(event.severity())) {
			this.pipeline.intake().offer(event);
		}
	}

	/**
	 * As many rounds as the worker asks for at once.
	 * @param now the time
	 * @return how long until the next one, in nanoseconds
	 */
	public long run(Tick now) {
		for (int rounds = 0; rounds < MAX_ROUNDS; rounds++) {
			long next = this.pipeline.worker().runOnce(now);
			if (next != 0) {
				return next;
			}
		}
		throw new IllegalStateException("The worker asks for rounds without end");
	}

}
