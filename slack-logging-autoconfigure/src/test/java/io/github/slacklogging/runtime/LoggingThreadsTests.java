package io.github.slacklogging.runtime;

import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.NonBlocking;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever thread logs, it is told and the thread goes on as it was. */
class LoggingThreadsTests {

	private final Applications applications = new Applications();

	@AfterEach
	void close() {
		this.applications.close();
	}

	@Test
	void interruptedThreadIsToldAndStaysInterrupted() throws Exception {
		this.applications.start();
		AtomicBoolean interrupted = new AtomicBoolean();
		Thread thread = new Thread(() -> {
			Thread.currentThread().interrupt();
			this.applications.logError();
			interrupted.set(Thread.currentThread().isInterrupted());
		}, "interrupted");
		thread.start();
		thread.join();
		this.applications.assertLoggedErrorIsTold();
		assertThat(interrupted).isTrue();
	}

	@Test
	void threadThatMustNotBlockIsToldAndNeverWaits() throws Exception {
		this.applications.start();
		// loading classes for the first time may well wait
		this.applications.assertErrorIsTold();
		AtomicLong waits = new AtomicLong(-1);
		Thread thread = new EventLoop(() -> {
			assertThat(Schedulers.isInNonBlockingThread()).isTrue();
			long before = waitsOfThisThread();
			this.applications.logError();
			waits.set(waitsOfThisThread() - before);
		});
		thread.start();
		thread.join();
		this.applications.assertLoggedErrorIsTold();
		assertThat(waits).hasValue(0);
	}

	private static long waitsOfThisThread() {
		ThreadInfo thread = ManagementFactory.getThreadMXBean().getThreadInfo(Thread.currentThread().getId());
		return thread.getBlockedCount() + thread.getWaitedCount();
	}

	@Test
	void threadThatDiesIsToldWhereItIsAskedFor() throws Exception {
		UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
		this.applications.start("--slack.logging.uncaught-exceptions=true");
		Thread thread = new Thread(() -> {
			throw new IllegalStateException("No more coal");
		}, "worker-1");
		thread.start();
		thread.join();
		assertThat(this.applications.inbox().takeMessage(Duration.ofSeconds(20)).allText())
			.contains("Exception in thread \"worker-1\"", "No more coal");
		this.applications.closeAll();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
	}

	@Test
	void nobodyListensToDyingThreadsWhereItIsNotAskedFor() {
		UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
		this.applications.start();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
	}

	private static final class EventLoop extends Thread implements NonBlocking {

		EventLoop(Runnable task) {
			super(task, "event-loop");
		}

	}

}
