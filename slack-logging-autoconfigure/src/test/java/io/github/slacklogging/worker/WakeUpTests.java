package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WakeUpTests {

	private final WakeUp wakeUp = new WakeUp();

	private final CountDownLatch resting = new CountDownLatch(1);

	private final CountDownLatch up = new CountDownLatch(1);

	@Test
	void letterEndsTheRestBetweenTwoLooks() throws InterruptedException {
		Thread worker = new Thread(this::rest);
		worker.setDaemon(true);
		worker.start();
		assertThat(this.resting.await(20, TimeUnit.SECONDS)).isTrue();
		new Mailbox(this.wakeUp).put((now) -> {
		});
		assertThat(this.up.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void arrivalWakesWhoSleeps() throws InterruptedException {
		Thread worker = new Thread(this::sleep);
		worker.setDaemon(true);
		worker.start();
		assertThat(this.resting.await(20, TimeUnit.SECONDS)).isTrue();
		this.wakeUp.ifAsleep();
		assertThat(this.up.await(20, TimeUnit.SECONDS)).isTrue();
	}

	private void rest() {
		this.wakeUp.belongsTo(Thread.currentThread());
		this.resting.countDown();
		LockSupport.parkNanos(Duration.ofHours(1).toNanos());
		this.up.countDown();
	}

	// Announced before it is asked whether to stay awake.
	private void sleep() {
		this.wakeUp.sleep(Duration.ofHours(1).toNanos(), () -> {
			this.resting.countDown();
			return false;
		});
		this.up.countDown();
	}

}
