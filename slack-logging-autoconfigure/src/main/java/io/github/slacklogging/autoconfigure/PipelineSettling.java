package io.github.slacklogging.autoconfigure;

import java.time.Duration;

import io.github.slacklogging.inbox.test.Settling;
import io.github.slacklogging.runtime.SlackLoggingLifecycle;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Before a test with an inbox: a new pipeline for the application of the test, although
 * contexts of earlier tests are kept. What earlier tests left in the old one is told or
 * dropped; incidents, limits and open circuits are no more. Loaded only where the inbox
 * is.
 */
final class PipelineSettling implements Settling {

	private final ObjectProvider<SlackLoggingLifecycle> lifecycles;

	PipelineSettling(ObjectProvider<SlackLoggingLifecycle> lifecycles) {
		this.lifecycles = lifecycles;
	}

	/** Takes as long as the shutdown of a pipeline, which tests keep short. */
	@Override
	public void settle(Duration patience) {
		this.lifecycles.ifAvailable(SlackLoggingLifecycle::renew);
	}

}
