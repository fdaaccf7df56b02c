package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.inbox.test.Settling;
import io.github.slacklogging.pipeline.PipelineControl;
import io.github.slacklogging.runtime.SlackLoggingLifecycle;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Before a test with an inbox: lets the application of the test own the logging of the
 * JVM, although contexts of earlier tests are kept, and tells what these left. Loaded
 * only where the inbox is.
 */
final class PipelineSettling implements Settling {

	private static final Duration PAUSE = Duration.ofMillis(5);

	private final ObjectProvider<SlackLoggingLifecycle> lifecycles;

	PipelineSettling(ObjectProvider<SlackLoggingLifecycle> lifecycles) {
		this.lifecycles = lifecycles;
	}

	@Override
	public void settle(Duration patience) {
		this.lifecycles.ifAvailable((lifecycle) -> {
			lifecycle.takeOver();
			PipelineControl control = lifecycle.view().control();
			if (control != null) {
				tellAll(control, System.nanoTime() + patience.toNanos());
			}
		});
	}

	private void tellAll(PipelineControl control, long deadline) {
		try {
			while (waiting(control, deadline) > 0) {
				LockSupport.parkNanos(this, PAUSE.toNanos());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// it has ended, or cannot get rid of it: the test will tell
		}
	}

	private static long waiting(PipelineControl control, long deadline)
			throws InterruptedException, ExecutionException, TimeoutException {
		long left = Math.max(1, deadline - System.nanoTime());
		long waiting = control.flush().toCompletableFuture().get(left, TimeUnit.NANOSECONDS);
		if (waiting > 0 && System.nanoTime() > deadline) {
			throw new TimeoutException();
		}
		return waiting;
	}

}
