package io.github.slacklogging.appender;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The place in Logback where events leave for Slack, and for whoever else takes them. A
 * thin shell: it may be declared in {@code logback-spring.xml} and does nothing until it
 * is connected.
 *
 * <p>
 * Thread-safe. A logging call never waits here, takes no lock and gets no exception,
 * whatever the event holds and whatever state the rest is in. Starting and stopping flip
 * a flag, since Logback does both under its configuration lock; events that come after
 * the stop are counted as dropped.
 *
 * <p>
 * Its own trouble is counted, and told once per connection as a Logback status of level
 * WARN: Spring Boot turns a status of level ERROR into a failed start.
 */
public final class SlackAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	/** Name of the appender, unless a configuration file names it. */
	public static final String NAME = "SLACK";

	/**
	 * For events that have no sequence number, which were made before a generator was
	 * set. Runs downwards, to meet no generated number, and lives as long as the
	 * appender, to repeat none after a new connection.
	 */
	private final AtomicLong fallbackSequence = new AtomicLong(Long.MAX_VALUE);

	private final AtomicBoolean troubleTold = new AtomicBoolean();

	private volatile @Nullable Capture capture;

	public SlackAppender() {
		setName(NAME);
	}

	/**
	 * From now on events go to the intake; an earlier connection ends.
	 * @param intake takes the events
	 * @param settings what to take, and how
	 */
	public void connect(EventIntake intake, Settings settings) {
		connect(List.of(new Outlet(intake, settings.level())), settings);
	}

	/**
	 * From now on events go to each of the outlets that wants them; an earlier connection
	 * ends.
	 * @param outlets who takes what, at least one
	 * @param settings how to take it; its level says nothing here
	 */
	public void connect(List<Outlet> outlets, Settings settings) {
		this.troubleTold.set(false);
		this.capture = new Capture(new Outlets(outlets), settings, this.fallbackSequence::getAndDecrement);
	}

	/** From now on events are ignored, as before the first connection. */
	public void disconnect() {
		this.capture = null;
	}

	public boolean isConnected() {
		return this.capture != null;
	}

	/**
	 * Replaces the method of the super class, which would report a filter that throws
	 * with a status of level ERROR.
	 */
	@Override
	public void doAppend(ILoggingEvent event) {
		Capture current = this.capture;
		if (current == null) {
			return;
		}
		// Errors are caught as well, those of the JVM included: running out of stack or
		// memory while describing an event is our failure, and a logging call is no place
		// for the application to meet it.
		try {
			if (current.concerns(event) && getFilterChainDecision(event) != FilterReply.DENY) {
				current.take(event, isStarted());
			}
		}
		catch (Throwable ex) {
			failed(event, current, ex);
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		doAppend(event);
	}

	private void failed(ILoggingEvent event, Capture current, Throwable cause) {
		try {
			current.failed(event);
			if (this.troubleTold.compareAndSet(false, true)) {
				// Without the message, which may quote the event.
				addWarn("An event was lost on its way to Slack: " + cause.getClass().getName());
			}
		}
		catch (Throwable ex) {
			// Counting failed too. There is nobody left to tell.
		}
	}

	/**
	 * Somebody who takes events.
	 *
	 * @param intake takes them
	 * @param level lowest severity that it takes
	 */
	public record Outlet(EventIntake intake, Severity level) {

	}

	/** When the frame that logged is looked up, which costs about 3 µs. */
	public enum CallerLocation {

		/**
		 * For ERROR and CRITICAL without a throwable, which would show it anyway, and
		 * where Logback has found it already.
		 */
		AUTO,

		/** Never. */
		NEVER

	}

	/**
	 * What is taken, and how.
	 *
	 * @param runId the run of the JVM
	 * @param level lowest severity that is taken
	 * @param criticalMarkers names of the markers that raise an ERROR to CRITICAL
	 * @param callerLocation when to look up the frame that logged
	 * @param maxMessageLength most characters of a message, at least 16
	 * @param handledException what is told with an event that brings no exception
	 */
	public record Settings(RunId runId, Severity level, Set<String> criticalMarkers, CallerLocation callerLocation,
			int maxMessageLength, HandledException handledException) {

		/** A length that no log line for humans reaches. */
		public static final int DEFAULT_MAX_MESSAGE_LENGTH = 64 * 1024;

		private static final int SHORTEST = 16;

		public Settings {
			criticalMarkers = Set.copyOf(criticalMarkers);
			if (maxMessageLength < SHORTEST) {
				throw new IllegalArgumentException(
						"maxMessageLength must be at least " + SHORTEST + ", not " + maxMessageLength);
			}
		}

	}

}
