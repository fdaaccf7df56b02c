package io.github.slacklogging.runtime;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Describes an error that nobody logged and nobody gets, on a thread of its own that ends
 * with it. So the thread that logs the first real one finds the classes loaded which it
 * needs for that, and no start waits for them. The made-up error has a Logback context of
 * its own: it takes no number from those of the application.
 */
final class WarmUp implements Runnable {

	private final SlackAppender.Settings settings;

	WarmUp(SlackAppender.Settings settings) {
		this.settings = settings;
	}

	/** Begins, and returns at once. */
	void startThread() {
		Thread thread = new Thread(null, this, "slack-logging-warm-up", 0, false);
		thread.setContextClassLoader(WarmUp.class.getClassLoader());
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void run() {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		SlackAppender appender = new SlackAppender();
		appender.setContext(context);
		appender.connect(List.of(new SlackAppender.Outlet(new Nobody(), Severity.DEBUG)), this.settings);
		appender.start();
		// not one of ours, and no thread of ours either: what those say is passed over
		Logger logger = context.getLogger("made.up");
		appender.doAppend(error(logger, null));
		appender.doAppend(error(logger, new IllegalStateException("made up", new IllegalArgumentException())));
		appender.stop();
		context.stop();
	}

	private static LoggingEvent error(Logger logger, @Nullable Exception exception) {
		LoggingEvent event = new LoggingEvent(WarmUp.class.getName(), logger, Level.ERROR, "made up: {}", exception,
				new Object[] { 1 });
		event.setThreadName("made up");
		event.setMDCPropertyMap(Map.of("made", "up"));
		event.addKeyValuePair(new KeyValuePair("made", "up"));
		return event;
	}

	/** Takes everything and keeps nothing. */
	private static final class Nobody implements EventIntake {

		@Override
		public boolean admits(Severity severity) {
			return true;
		}

		@Override
		public boolean offer(LogEvent event) {
			return true;
		}

		@Override
		public void dropped(DropReason reason, Severity severity) {
			// nobody misses it
		}

	}

}
