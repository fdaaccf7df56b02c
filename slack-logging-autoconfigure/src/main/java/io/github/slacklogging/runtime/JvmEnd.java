package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Hears that the JVM ends, as long as anything runs and no longer, so that an application
 * that is undeployed leaves nothing behind. Thread-safe.
 *
 * <p>
 * Boot's shutdown handlers are called after all contexts are closed, which is what we
 * want, but only where Boot has registered its hook
 * ({@code SpringApplication.setRegisterShutdownHook}). So there is a hook of our own too,
 * which leaves the work to Boot's where that one is at work.
 */
final class JvmEnd {

	/**
	 * For a context that is being closed by somebody else. As long as one phase may take
	 * by default ({@code spring.lifecycle.timeout-per-shutdown-phase}).
	 */
	private static final Duration MAX_CLOSING = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(20);

	private final Residents residents;

	// one object: Boot compares by identity
	private final Runnable handler;

	private final BootHook boot = new BootHook();

	private int running;

	private @Nullable Thread hook;

	JvmEnd(Residents residents) {
		this.residents = residents;
		this.handler = residents::end;
	}

	/** Who has to know. */
	interface Residents {

		/** The JVM is asked to end; contexts are still open. */
		void prepare();

		/** Whether an application that runs has beans that are not destroyed yet. */
		boolean isOpen();

		/** Whether beans of an application that runs are being destroyed right now. */
		boolean isClosing();

		/** Contexts are closed, or nobody closes them. */
		void end();

	}

	/** Something runs from now on. */
	synchronized void listen() {
		this.running++;
		if (this.running > 1) {
			return;
		}
		Thread thread = new Thread(null, this::jvmEnds, "slack-logging-end", 0, false);
		thread.setContextClassLoader(JvmEnd.class.getClassLoader());
		try {
			SpringApplication.getShutdownHandlers().add(this.handler);
			Runtime.getRuntime().addShutdownHook(thread);
			this.hook = thread;
		}
		catch (IllegalStateException ex) {
			// it ends already
		}
	}

	/** Something that ran is over. */
	synchronized void ignore() {
		this.running--;
		Thread registered = this.hook;
		if (this.running > 0 || registered == null) {
			return;
		}
		this.hook = null;
		try {
			Runtime.getRuntime().removeShutdownHook(registered);
			SpringApplication.getShutdownHandlers().remove(this.handler);
		}
		catch (IllegalStateException ex) {
			// it ends already
		}
	}

	private void jvmEnds() {
		this.residents.prepare();
		if (!this.boot.takesOver()) {
			awaitContexts();
			this.residents.end();
		}
	}

	/** Some close their contexts without Boot's hook, at this very moment. */
	private void awaitContexts() {
		for (long looks = MAX_CLOSING.dividedBy(PAUSE); looks > 0 && isBeingClosed(); looks--) {
			LockSupport.parkNanos(this, PAUSE.toNanos());
		}
	}

	private boolean isBeingClosed() {
		return this.residents.isClosing() || (this.residents.isOpen() && BootHook
			.isAlive(ConfigurableApplicationContext.SHUTDOWN_HOOK_THREAD_NAME, Thread.getAllStackTraces()));
	}

}
