package io.github.slacklogging.appender;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frame that logged. Logback's own search fills in the whole stack, hundreds of
 * frames in a web application; this one ends at the frame. Each frame that the JVM hands
 * out costs a seventh of a microsecond, so it is asked for about as many as are needed,
 * and as little of ours as possible stands between {@link SlackAppender} and here.
 */
final class CallerFrame {

	/**
	 * From here to the application there are eleven frames, the application's included,
	 * and one more where it logs through commons-logging. Two of so many places are the
	 * walker's own; if they do not suffice, it begins a second, larger round.
	 */
	private static final int FRAMES = 14;

	private static final StackWalker STACK = StackWalker.getInstance(Set.of(), FRAMES);

	private static final Function<Stream<StackFrame>, @Nullable StackFrame> SEARCH = CallerFrame::find;

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
		StackFrame frame = STACK.walk(SEARCH);
		return (frame != null) ? frame.toStackTraceElement() : null;
	}

	// The application stands behind the first logger and all that belongs to it.
	private static @Nullable StackFrame find(Stream<StackFrame> stack) {
		Iterator<StackFrame> frames = stack.iterator();
		boolean inLogger = false;
		while (frames.hasNext()) {
			StackFrame frame = frames.next();
			String name = frame.getClassName();
			if (inLogger && !isLogging(name)) {
				return frame;
			}
			inLogger |= LOGGER.equals(name);
		}
		return null;
	}

	private static boolean isLogging(String name) {
		for (String prefix : LOGGING) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
