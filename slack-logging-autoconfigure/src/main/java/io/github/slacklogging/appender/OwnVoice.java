package io.github.slacklogging.appender;

import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Tells the logger's own events from the application's, so that it never logs into
 * itself. By thread and by package only: the same HTTP client that logs about us logs
 * about the application elsewhere, and that must count.
 */
final class OwnVoice {

	/** All threads that the library starts are named like this. */
	private static final String THREADS = "slack-logging-";

	private static final String ROOT = "io.github.slacklogging.";

	/**
	 * The library's folders. Not all of {@link #ROOT}: the sample application and the
	 * inbox live there too and are applications in this respect.
	 */
	private static final Set<String> FOLDERS = Set.of("actuate", "appender", "autoconfigure", "buffer", "channel",
			"credential", "diagnosis", "doctor", "grouping", "job", "link", "masking", "message", "mvc", "opensearch",
			"pipeline", "relay", "runtime", "slack", "spool", "structured", "transport", "worker");

	/** What is said there on purpose is for the application's other appenders. */
	private static final Set<String> UNCAPTURED = Set.of("slack.logging.dry-run", "slack.logging.diagnostics",
			"slack.logging.report");

	private OwnVoice() {
	}

	/** Whether the event is of a logger that is never told of in Slack. */
	static boolean isUncaptured(ILoggingEvent event) {
		return UNCAPTURED.contains(event.getLoggerName());
	}

	/** Whether the event comes from one of our threads or classes. */
	static boolean isOwn(ILoggingEvent event) {
		return event.getThreadName().startsWith(THREADS) || isOwnLogger(event.getLoggerName());
	}

	private static boolean isOwnLogger(String name) {
		if (!name.startsWith(ROOT)) {
			return false;
		}
		int end = name.indexOf('.', ROOT.length());
		if (end < 0) {
			// A class of the root package, or the name of a folder itself.
			String rest = name.substring(ROOT.length());
			return FOLDERS.contains(rest) || (!rest.isEmpty() && Character.isUpperCase(rest.charAt(0)));
		}
		return FOLDERS.contains(name.substring(ROOT.length(), end));
	}

}
