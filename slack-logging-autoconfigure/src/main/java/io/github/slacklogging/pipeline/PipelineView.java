package io.github.slacklogging.pipeline;

import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.ShippingStatus;
import org.jspecify.annotations.Nullable;

/**
 * What readers on other threads may ask: health, meters, endpoint. Thread-safe; answers
 * from memory, never blocks, never throws.
 */
@FunctionalInterface
public interface PipelineView {

	/**
	 * The latest published status.
	 * @return {@code null} where nothing runs: no destination, or switched off
	 */
	@Nullable PipelineStatus status();

	/**
	 * How the shipping fares.
	 * @return {@code null} where events go nowhere else
	 */
	default @Nullable ShippingStatus shipping() {
		return null;
	}

	/**
	 * Asks and orders.
	 * @return {@code null} where nothing runs
	 */
	default @Nullable PipelineControl control() {
		return null;
	}

	/**
	 * Examines the set-up.
	 * @return {@code null} where nothing runs
	 */
	default @Nullable SelfCheck selfCheck() {
		return null;
	}

	/** Whether everything is composed and nothing sent. */
	default boolean isDryRun() {
		return false;
	}

	/**
	 * Where the inbox stands in for Slack.
	 * @return address of its page, {@code null} where messages go to Slack
	 */
	default @Nullable String inboxUrl() {
		return null;
	}

}
