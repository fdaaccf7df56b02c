package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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
 * Describes an error that nobody logged and nobody gets, and once the application has
 * started has it told to nobody, on a thread of its own that ends with it. So the thread
 * that logs the first real one finds the classes loaded which it needs for that, and the
 * worker those that it needs; and no start waits for them. The made-up error has a
 * Logback context of its own: it takes no number from those of the application.
 */
final class WarmUp implements Runnable {

	/** An application that has just started has better things to do. */
	private static final Duration REST = Duration.ofMillis(500);

	/** A start that takes longer has its first error told without. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final String MADE_UP = "made up";

	private final SlackAppender.Settings settings;

	private final Consumer<List<LogEvent>> rehearsal;

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	/**
	 * A warm-up that has not begun.
	 * @param settings of the appender
	 * @param rehearsal tells made-up errors to nobody
	 */
	WarmUp(SlackAppender.Settings settings, Consumer<List<LogEvent>> rehearsal) {
		this.settings = settings;
		this.rehearsal = rehearsal;
	}

	/** Begins, and returns at once. Where no thread can be started nothing happens. */
	void startThread() {
		Thread thread = new Thread(null, this, "slack-logging-warm-up", 0, false);
		thread.setContextClassLoader(WarmUp.class.getClassLoader());
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		try {
			thread.start();
		}
		catch (OutOfMemoryError ex) {
			// the JVM's word for too many threads; no start fails for want of this one
		}
	}

	/** The application has started: the rest need not wait any longer. */
	void applicationStarted() {
		this.started.countDown();
	}

	/** What has not begun is left out. */
	void end() {
		this.ended.countDown();
		this.started.countDown();
	}

	@Override
	public void run() {
		try {
			warmUp();
		}
		catch (Throwable ex) {
			// a real error finds out, and is worth to be told of
		}
	}

	private void warmUp() throws InterruptedException {
		Nobody nobody = new Nobody();
		describeUnderAnotherName(nobody);
		if (this.started.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
				&& !this.ended.await(REST.toNanos(), TimeUnit.NANOSECONDS)) {
			this.rehearsal.accept(List.copyOf(nobody.events));
		}
	}

	// What a thread of ours says is passed over, and what another thread says is rendered
	// at once.
	private void describeUnderAnotherName(Nobody nobody) {
		Thread thread = Thread.currentThread();
		String name = thread.getName();
		thread.setName(MADE_UP);
		try {
			describe(nobody);
		}
		finally {
			thread.setName(name);
		}
	}

	private void describe(Nobody nobody) {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		SlackAppender appender = new SlackAppender();
		appender.setContext(context);
		appender.connect(List.of(new SlackAppender.Outlet(nobody, Severity.DEBUG)), this.settings);
		appender.start();
		Logger logger = context.getLogger("made.up");
		appender.doAppend(error(logger, null));
		appender.doAppend(error(logger, new IllegalStateException("made up", new IllegalArgumentException())));
		appender.stop();
		context.stop();
	}

	private static LoggingEvent error(Logger logger, @Nullable Exception exception) {
		LoggingEvent event = new LoggingEvent(WarmUp.class.getName(), logger, Level.ERROR, "made up: {}", exception,
				new Object[] { 1 });
		event.setThreadName(MADE_UP);
		event.setMDCPropertyMap(Map.of("made", "up"));
		event.addKeyValuePair(new KeyValuePair("made", "up"));
		return event;
	}

	/** Takes everything and passes it on to nobody. Used by one thread. */
	private static final class Nobody implements EventIntake {

		private final List<LogEvent> events = new ArrayList<>();

		@Override
		public boolean admits(Severity severity) {
			return true;
		}

		@Override
		public boolean offer(LogEvent event) {
			return this.events.add(event);
		}

		@Override
		public void dropped(DropReason reason, Severity severity) {
			// nobody misses it
		}

	}

}
