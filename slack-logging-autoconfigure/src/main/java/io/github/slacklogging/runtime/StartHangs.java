package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.SequenceNumberGenerator;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Where a start stands that does not come to its end, told like an exception: nothing was
 * thrown, but its stack is what the reader needs. Immutable.
 *
 * @param message what is known
 * @param frames of the thread that starts the application
 */
record StartHangs(String message, List<StackTraceElement> frames) implements ThrowableSnapshot {

	/** Who reports a failed start in Spring Boot as well. */
	private static final String LOGGER = "org.springframework.boot.SpringApplication";

	StartHangs {
		frames = List.copyOf(frames);
	}

	static StartHangs unmoved(Thread thread, List<StackTraceElement> frames, Duration still) {
		return new StartHangs("The start hangs: thread " + thread.getName() + " has not moved for " + inWords(still),
				frames);
	}

	static StartHangs unfinished(List<StackTraceElement> frames, Duration age) {
		return new StartHangs("The start did not finish: the JVM was asked to end after " + inWords(age), frames);
	}

	private static String inWords(Duration duration) {
		return (duration.toSeconds() > 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

	/**
	 * As if it had been logged, with an id of its own.
	 * @param context that numbers the events
	 * @param runId of this JVM
	 * @param threadName thread that starts the application
	 * @param now the time
	 */
	LogEvent event(LoggerContext context, RunId runId, String threadName, Tick now) {
		SequenceNumberGenerator numbers = context.getSequenceNumberGenerator();
		long sequence = (numbers != null) ? numbers.nextSequenceNumber() : 0;
		return new LogEvent(runId, sequence, now.instant(), Severity.CRITICAL, LOGGER, threadName, this.message,
				this.message, 0, Map.of(), List.of(), List.of(), this, null);
	}

	@Override
	public String type() {
		return "StartHangs";
	}

	@Override
	public int framesInCommon() {
		return 0;
	}

	@Override
	public @Nullable ThrowableSnapshot cause() {
		return null;
	}

	@Override
	public List<ThrowableSnapshot> suppressed() {
		return List.of();
	}

	@Override
	public int identity() {
		return System.identityHashCode(this);
	}

}
