package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * One application, as far as the logging of the process is concerned: what it wants, how
 * its start goes, and its beans once they exist. Thread-safe.
 */
final class Tenant {

	/** Boot reports a failed start after its event, within this time. */
	static final Duration REPORT_GRACE = Duration.ofMillis(500);

	private static final Duration PAUSE = Duration.ofMillis(20);

	private static final String START = "org.springframework.boot.SpringApplication";

	private final ConfigurableEnvironment environment;

	private final @Nullable Class<?> mainClass;

	private final @Nullable Thread starter;

	private final CountDownLatch endOfStart = new CountDownLatch(1);

	private volatile @Nullable ConfigurableApplicationContext context;

	private volatile @Nullable ListableBeanFactory beans;

	private volatile @Nullable SlackLoggingRuntime runtime;

	private volatile @Nullable StartWatch watch;

	private volatile boolean started;

	private volatile boolean failed;

	/**
	 * An application that comes.
	 * @param environment of the application
	 * @param mainClass {@code null} where no {@code SpringApplication} knows it
	 * @param starter thread that starts it; {@code null} where no
	 * {@code SpringApplication} does
	 */
	Tenant(ConfigurableEnvironment environment, @Nullable Class<?> mainClass, @Nullable Thread starter) {
		this.environment = environment;
		this.mainClass = mainClass;
		this.starter = starter;
	}

	ConfigurableEnvironment environment() {
		return this.environment;
	}

	/** {@code null} where no {@code SpringApplication} knows it. */
	@Nullable Class<?> mainClass() {
		return this.mainClass;
	}

	/** {@code null} where no {@code SpringApplication} starts it. */
	@Nullable Thread starter() {
		return this.starter;
	}

	/**
	 * Where its start stands; empty when it is over. Asked of the thread itself, because
	 * some ends of a start are told to no listener.
	 */
	List<StackTraceElement> framesOfStart() {
		List<StackTraceElement> frames = (this.starter != null) ? List.of(this.starter.getStackTrace()) : List.of();
		boolean starting = frames.stream()
			.anyMatch((frame) -> frame.getClassName().equals(START) && frame.getMethodName().equals("run"));
		return starting ? frames : List.of();
	}

	/**
	 * A start that the end of the JVM broke off is reported as failed a moment later.
	 * Waits for that moment, unless the start succeeded.
	 */
	void awaitReport() {
		for (long looks = REPORT_GRACE.dividedBy(PAUSE); looks > 0; looks--) {
			if (this.started || framesOfStart().isEmpty()) {
				return;
			}
			LockSupport.parkNanos(this, PAUSE.toNanos());
		}
	}

	void liveIn(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** Whether it has beans that are not destroyed yet. */
	boolean isOpen() {
		ConfigurableApplicationContext known = this.context;
		return known != null && known.isActive();
	}

	/** Whether its beans are being destroyed right now. */
	boolean isClosing() {
		ConfigurableApplicationContext known = this.context;
		return known != null && known.isActive() && known.isClosed();
	}

	void bring(ListableBeanFactory beans) {
		this.beans = beans;
	}

	/** {@code null} until all of them exist. */
	@Nullable ListableBeanFactory beans() {
		return this.beans;
	}

	void own(SlackLoggingRuntime runtime) {
		this.runtime = runtime;
	}

	/** What was started for it; {@code null} as long as it never was the owner. */
	@Nullable SlackLoggingRuntime runtime() {
		return this.runtime;
	}

	void watchedBy(StartWatch watch) {
		this.watch = watch;
	}

	/** The JVM is asked to end: a start that should be over by now is told at once. */
	void jvmEnds() {
		StartWatch known = this.watch;
		if (known != null) {
			known.jvmEnds();
		}
	}

	void started() {
		this.started = true;
		this.endOfStart.countDown();
	}

	/**
	 * Whether the start succeeded. Beans alone prove nothing: a server may still fail.
	 */
	boolean isStarted() {
		return this.started;
	}

	void failed() {
		this.failed = true;
		this.endOfStart.countDown();
	}

	/** Whether the start failed, so that it will leave as soon as that is told. */
	boolean isFailed() {
		return this.failed;
	}

	void left() {
		this.endOfStart.countDown();
	}

	/** Whether it is not starting any more: it succeeded, failed or left. */
	boolean hasEndedStart() {
		return this.endOfStart.getCount() == 0;
	}

	/**
	 * Waits for the end of the start, at most so long. An interrupt ends it too.
	 * @return whether to wait no more
	 */
	boolean awaitEndOfStart(Duration patience) {
		try {
			return this.endOfStart.await(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

}
