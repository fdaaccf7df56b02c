package io.github.slacklogging.autoconfigure;

import java.time.Instant;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;
import io.github.slacklogging.pipeline.PipelineStatus;

/**
 * The way to Slack with its defaults and its worker, up to a sender that takes everything
 * at once, fed by one thread that waits for room. Without the spool.
 */
public final class BusyPipeline implements AutoCloseable {

	private final JoinedPipeline joined = new JoinedPipeline(false, () -> new Tick(Instant.now(), System.nanoTime()));

	/** Starts the worker. */
	public BusyPipeline() {
		this.joined.pipeline().start();
	}

	/**
	 * Leaves an event in the buffer, as soon as there is room.
	 * @param event to take
	 */
	public void put(LogEvent event) {
		while (!this.joined.parts().buffer().admits(event.severity())
				|| !this.joined.pipeline().intake().offer(event)) {
			Thread.onSpinWait();
		}
	}

	public PipelineStatus status() {
		return this.joined.pipeline().status();
	}

	@Override
	public void close() {
		this.joined.pipeline().close();
	}

}
