package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchdogTests {

	private final ManualClock clock = new ManualClock();

	private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();

	private final Watchdog watchdog = new Watchdog("slack-logging-watchdog", this.clock, this.troubles::add);

	private final CountDownLatch inTheBean = new CountDownLatch(1);

	private final CountDownLatch leave = new CountDownLatch(1);

	/** Stands for the worker in a bean of the application. */
	private final Thread worker = new Thread(this::slowBean, "worker");

	@BeforeEach
	void start() throws InterruptedException {
		this.worker.setDaemon(true);
		this.worker.start();
		assertThat(this.inTheBean.await(20, TimeUnit.SECONDS)).isTrue();
		while (this.worker.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		this.watchdog.watch(this.worker);
	}

	@AfterEach
	void end() {
		this.leave.countDown();
		this.watchdog.end();
	}

	private void slowBean() {
		this.inTheBean.countDown();
		try {
			this.leave.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void roundThatTakesTooLongIsToldOnceWithWhatHoldsItUp() {
		this.watchdog.roundBegins(this.clock.get());
		this.clock.advance(Watchdog.PATIENCE.minusNanos(1));
		this.watchdog.look();
		assertThat(this.troubles).isEmpty();
		assertThat(this.watchdog.heldUp(this.clock.get())).isNull();
		this.clock.advance(Duration.ofNanos(1));
		this.watchdog.look();
		this.watchdog.look();
		assertThat(this.troubles).singleElement()
			.asString()
			.contains("held up")
			.contains("java.util.concurrent.CountDownLatch.await");
		assertThat(this.watchdog.heldUp(this.clock.get())).isEqualTo("java.util.concurrent.CountDownLatch.await");
	}

	@Test
	void nextRoundThatTakesTooLongIsToldAgain() {
		for (int i = 0; i < 2; i++) {
			this.watchdog.roundBegins(this.clock.get());
			this.clock.advance(Watchdog.PATIENCE);
			this.watchdog.look();
			this.watchdog.roundEnds();
			this.watchdog.look();
		}
		assertThat(this.troubles).hasSize(2);
		assertThat(this.watchdog.heldUp(this.clock.get())).isNull();
	}

	@Test
	void workerThatRestsForHoursIsNotHeldUp() {
		this.watchdog.roundBegins(this.clock.get());
		this.watchdog.roundEnds();
		this.clock.advance(Duration.ofHours(5));
		this.watchdog.look();
		assertThat(this.troubles).isEmpty();
	}

	@Test
	void watchdogLooksByItself() throws Exception {
		this.watchdog.start();
		this.watchdog.roundBegins(this.clock.get());
		this.clock.advance(Duration.ofSeconds(11));
		assertThat(this.troubles.poll(20, TimeUnit.SECONDS)).isEqualTo("the worker has been held up for more than 10 s"
				+ " by java.util.concurrent.CountDownLatch.await: nothing is told until that returns");
	}

}
