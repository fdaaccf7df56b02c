package io.github.slacklogging.runtime;

import java.lang.Thread.UncaughtExceptionHandler;

import ch.qos.logback.classic.LoggerContext;
import org.jspecify.annotations.Nullable;

/**
 * Logs the exceptions that end threads, and passes them on to whoever heard them before.
 * Thread-safe, never throws. The one part of the library that logs: what it says is the
 * application's trouble, not its own.
 */
final class UncaughtExceptions implements UncaughtExceptionHandler {

	private static final String LOGGER = "java.lang.Thread";

	private static final String OWN_THREADS = "slack-logging-";

	private final LoggerContext context;

	private final @Nullable UncaughtExceptionHandler before;

	private volatile boolean takenOff;

	private UncaughtExceptions(LoggerContext context, @Nullable UncaughtExceptionHandler before) {
		this.context = context;
		this.before = before;
	}

	/**
	 * Becomes the default of the JVM. Where an earlier one of the same context is still
	 * in place its turn is over, so that nothing is logged twice and no chain grows.
	 * @param context that logs
	 */
	static UncaughtExceptions install(LoggerContext context) {
		UncaughtExceptionHandler current = Thread.getDefaultUncaughtExceptionHandler();
		boolean ours = current instanceof UncaughtExceptions earlier && earlier.context == context;
		UncaughtExceptions installed = new UncaughtExceptions(context,
				ours ? ((UncaughtExceptions) current).before : current);
		Thread.setDefaultUncaughtExceptionHandler(installed);
		return installed;
	}

	/** Where somebody else stands before it by now, it stays and only passes on. */
	void takeOff() {
		this.takenOff = true;
		if (Thread.getDefaultUncaughtExceptionHandler() == this) {
			Thread.setDefaultUncaughtExceptionHandler(this.before);
		}
	}

	@Override
	public void uncaughtException(Thread thread, Throwable exception) {
		try {
			log(thread, exception);
		}
		catch (Throwable ex) {
			// an appender of the application; the exception is still passed on
		}
		try {
			passOn(thread, exception);
		}
		catch (Throwable ex) {
			// the JVM would ignore it as well
		}
	}

	private void log(Thread thread, Throwable exception) {
		if (!this.takenOff && !thread.getName().startsWith(OWN_THREADS)) {
			this.context.getLogger(LOGGER).error("Exception in thread \"{}\"", thread.getName(), exception);
		}
	}

	/** Source of the text: {@code ThreadGroup#uncaughtException}. */
	@SuppressWarnings("SystemOut")
	private void passOn(Thread thread, Throwable exception) {
		if (this.before != null) {
			this.before.uncaughtException(thread, exception);
			return;
		}
		System.err.print("Exception in thread \"" + thread.getName() + "\" ");
		exception.printStackTrace(System.err);
	}

}
