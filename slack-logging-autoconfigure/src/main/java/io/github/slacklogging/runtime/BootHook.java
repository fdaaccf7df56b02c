package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.SpringApplication;

/**
 * Spring Boot's own hook, seen from another hook of the same JVM. Boot registers it when
 * the first application that wants it starts, and tells nobody whether it did, so we look
 * for it when it must be there: the JVM starts all hooks, then waits for each. Sources:
 * {@code SpringApplicationShutdownHook} of Spring Boot 4.1,
 * {@code java.lang.ApplicationShutdownHooks} of Java 17 to 25. Stateless.
 */
final class BootHook {

	static final String THREAD = "SpringApplicationShutdownHook";

	/**
	 * So long at most a hook is waited for that may be somebody else's: another class
	 * loader may have a Boot of its own.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final Duration PAUSE = Duration.ofMillis(10);

	private static final Runnable NOTHING = () -> {
	};

	/**
	 * Whether it runs, or has run: it closes all contexts and calls the shutdown handlers
	 * then. Blocks for a moment.
	 */
	boolean takesOver() {
		for (long looks = PATIENCE.dividedBy(PAUSE); looks > 0; looks--) {
			Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
			if (hasBegun()) {
				return true;
			}
			if (allHooksAreStarted(threads) && !isAlive(THREAD, threads)) {
				return false;
			}
			LockSupport.parkNanos(this, PAUSE.toNanos());
		}
		return false;
	}

	/** From its first statement on it refuses changes. */
	private static boolean hasBegun() {
		try {
			SpringApplication.getShutdownHandlers().remove(NOTHING);
			return false;
		}
		catch (IllegalStateException ex) {
			return true;
		}
	}

	static boolean isAlive(String name, Map<Thread, StackTraceElement[]> threads) {
		return threads.keySet().stream().anyMatch((thread) -> thread.getName().equals(name));
	}

	private static boolean allHooksAreStarted(Map<Thread, StackTraceElement[]> threads) {
		return threads.values().stream().anyMatch(BootHook::isWaitingForHooks);
	}

	private static boolean isWaitingForHooks(StackTraceElement[] frames) {
		for (int i = 1; i < frames.length; i++) {
			if (frames[i].getClassName().equals("java.lang.ApplicationShutdownHooks")) {
				return frames[i - 1].getMethodName().equals("join");
			}
		}
		return false;
	}

}
