package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From when on somebody watches a worker. */
class WatchedRoundTests {

	private static final String DOG = "slack-logging-watched-round-test-dog";

	private final Rounds rounds = new Rounds();

	private final WakeUp wakeUp = new WakeUp();

	private final WorkerThread thread = new WorkerThread(
			new WorkerThread.Names("slack-logging-watched-round-test", DOG), this.rounds, this.wakeUp, () -> true,
			new ManualClock(), (text) -> {
			});

	@AfterEach
	void end() {
		this.rounds.over = true;
		this.thread.finish(Duration.ofSeconds(10));
	}

	@Test
	void nobodyWatchesRoundsThatConcernNoCodeOfTheApplication() throws InterruptedException {
		this.thread.start();
		assertThat(this.rounds.some.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(isWatched()).isFalse();
	}

	@Test
	void roundThatConcernsCodeOfTheApplicationIsWatched() {
		this.thread.start();
		this.rounds.concerning = true;
		await().untilAsserted(() -> assertThat(isWatched()).isTrue());
	}

	@Test
	void watcherEndsWithTheWorker() {
		this.rounds.concerning = true;
		this.thread.start();
		await().untilAsserted(() -> assertThat(isWatched()).isTrue());
		end();
		await().untilAsserted(() -> assertThat(isWatched()).isFalse());
	}

	private static boolean isWatched() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch((thread) -> thread.getName().equals(DOG));
	}

	private static final class Rounds implements Round {

		private final CountDownLatch some = new CountDownLatch(3);

		private volatile boolean concerning;

		private volatile boolean over;

		@Override
		public long runOnce(Tick now) {
			this.some.countDown();
			return this.over ? DONE : Duration.ofMillis(1).toNanos();
		}

		@Override
		public long runOnce(Tick now, Runnable watch) {
			if (this.concerning) {
				watch.run();
			}
			return runOnce(now);
		}

	}

}
