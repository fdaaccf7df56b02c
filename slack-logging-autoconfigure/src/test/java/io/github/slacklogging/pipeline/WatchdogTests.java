package io.github.slacklogging.pipeline;

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

	private final Watchdog watchdog = new Watchdog(this.clock, this.troubles::add);

	private final CountDownLatch inside = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private final Thread worker = new Thread(this::block);

	@BeforeEach
	void heldUp() throws Exception {
		this.worker.setDaemon(true);
		this.worker.start();
		this.inside.await();
		while (this.worker.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		this.watchdog.start(this.worker);
		this.watchdog.roundBegins(this.clock.get());
	}

	private void block() {
		this.inside.countDown();
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@AfterEach
	void end() {
		this.watchdog.end();
		this.released.countDown();
	}

	@Test
	void roundThatTakesItsTimeIsNoTrouble() {
		this.clock.advance(Watchdog.PATIENCE.minusMillis(1));
		assertThat(this.watchdog.heldUp(this.clock.get())).isNull();
	}

	@Test
	void outermostMethodThatIsNotOursIsNamed() {
		this.clock.advance(Watchdog.PATIENCE);
		assertThat(this.watchdog.heldUp(this.clock.get())).isEqualTo("java.util.concurrent.CountDownLatch.await");
	}

	@Test
	void restBetweenRoundsIsNoTrouble() {
		this.watchdog.roundEnds();
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.watchdog.heldUp(this.clock.get())).isNull();
	}

	@Test
	void itIsSaidWhatHoldsTheWorkerUp() throws Exception {
		this.clock.advance(Duration.ofSeconds(11));
		assertThat(this.troubles.poll(20, TimeUnit.SECONDS)).isEqualTo("the worker has been held up for more than 10 s"
				+ " by java.util.concurrent.CountDownLatch.await: nothing is told until that returns");
	}

}
