package io.github.slacklogging.appender;

import java.lang.StackWalker.StackFrame;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frame that logged. Logback's own search fills in the whole stack, hundreds of
 * frames in a web application; this one ends at the frame.
 */
final class CallerFrame {

	private static final StackWalker STACK = StackWalker.getInstance();

	private static final String LOGGER = Logger.class.getName();

	/** What stands between the application and Logback's logger. */
	private static final String[] LOGGING = { "ch.qos.logback.", "org.slf4j.", "org.apache.commons.logging.",
			"org.apache.logging.", "org.apache.log4j.", "org.jboss.logging.", "java.util.logging.",
			"java.lang.System$Logger", "sun.util.logging.", "jdk.internal.logger.", "org.springframework.core.log." };

	private CallerFrame() {
	}

	/**
	 * The frame that logged.
	 * @param event being logged on this thread
	 * @return {@code null} when another thread logged it, as behind an AsyncAppender
	 */
	static @Nullable StackTraceElement of(ILoggingEvent event) {
		if (event.hasCallerData()) {
			StackTraceElement[] known = event.getCallerData();
			return (known.length > 0) ? known[0] : null;
		}
		return STACK.walk((frames) -> frames.dropWhile((frame) -> !LOGGER.equals(frame.getClassName()))
			.dropWhile(CallerFrame::isLogging)
			.findFirst()
			.map(StackFrame::toStackTraceElement)
			.orElse(null));
	}

	private static boolean isLogging(StackFrame frame) {
		String name = frame.getClassName();
		for (String prefix : LOGGING) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
