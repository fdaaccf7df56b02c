package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** How long the end of a worker is waited for that does not end. */
class WorkerEndTests {

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	private final ManualClock clock = new ManualClock();

	private final CountDownLatch held = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	@Test
	@Timeout(20)
	void timeThatHasPassedSinceTheEndWasAskedForIsNotWaitedOnceMore() throws InterruptedException {
		WorkerThread thread = new WorkerThread(new WorkerThread.Names("slack-logging-test", "slack-logging-test-dog"),
				(now) -> hold(), new WakeUp(), () -> false, this.clock, this.troubles::add);
		thread.start();
		assertThat(this.held.await(10, TimeUnit.SECONDS)).isTrue();
		thread.endIsAsked();
		this.clock.advance(Duration.ofMinutes(2));
		thread.endIsAsked();
		long begin = System.nanoTime();
		thread.finish(Duration.ofMinutes(2));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
		// the watchdog may have seen as well that it stood still for two minutes
		assertThat(this.troubles)
			.filteredOn((line) -> line.contains("slack-logging-test did not end within shutdown.timeout"))
			.hasSize(1);
		this.release.countDown();
	}

	private long hold() {
		this.held.countDown();
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Round.DONE;
	}

}
