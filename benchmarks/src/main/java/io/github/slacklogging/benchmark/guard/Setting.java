package io.github.slacklogging.benchmark.guard;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.appender.SlackAppender.Outlet;
import io.github.slacklogging.autoconfigure.SwallowingSinks;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.worker.Intake;
import io.github.slacklogging.worker.WakeUp;
import org.jspecify.annotations.Nullable;

/**
 * An application's Logback with a subject, in a request of a traced web application. For
 * one thread.
 */
final class Setting implements AutoCloseable {

	private static final EventBuffer.Settings SMALL = new EventBuffer.Settings(64, 1 << 20);

	private final LoggerContext context = new LoggerContext();

	private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

	private final SwallowingSinks sinks = new SwallowingSinks();

	private final LongAdder refused = new LongAdder();

	private final Subject subject;

	private long logged;

	Setting(Subject subject) {
		this.subject = subject;
		this.context.setMDCAdapter(this.mdc);
		this.context.setSequenceNumberGenerator(new RunSequence());
		Appender<ILoggingEvent> appender = appender();
		appender.setContext(this.context);
		appender.start();
		log().setLevel(Level.INFO);
		log().setAdditive(false);
		log().addAppender(appender);
		this.mdc.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		this.mdc.put("spanId", "00f067aa0ba902b7");
	}

	private Appender<ILoggingEvent> appender() {
		return switch (this.subject) {
			case NOOP -> new Keeping();
			case NEVER -> connected(this.sinks.outlets(true, false), CallerLocation.NEVER);
			case AUTO -> connected(this.sinks.outlets(true, false), CallerLocation.AUTO);
			case FULL -> connected(List.of(new Outlet(full(), Severity.ERROR)), CallerLocation.NEVER);
		};
	}

	private SlackAppender connected(List<Outlet> outlets, CallerLocation location) {
		SlackAppender.Settings settings = this.sinks.appender();
		SlackAppender appender = new SlackAppender();
		appender.connect(outlets, new SlackAppender.Settings(settings.runId(), settings.level(),
				settings.criticalMarkers(), location, settings.maxMessageLength(), settings.handledException()));
		return appender;
	}

	/** Nobody reads the buffer: it is full after the first few events. */
	private Intake full() {
		return new Intake(new EventBuffer(SMALL), (reason, severity) -> this.refused.increment(), new WakeUp());
	}

	Logger log() {
		return this.context.getLogger("com.acme.Orders");
	}

	/**
	 * Remembers what was logged.
	 * @param events that were not below the threshold
	 */
	void logged(int events) {
		this.logged += events;
	}

	/** Waits until the pipeline has taken what was logged, so that none is refused. */
	void settle() {
		if (this.subject == Subject.NEVER || this.subject == Subject.AUTO) {
			this.sinks.await(this.logged, 0);
		}
	}

	/**
	 * Sees to it that what was measured is what was meant: an event that is refused costs
	 * less than one that is taken.
	 * @throws IllegalStateException if it is not
	 */
	void verify() {
		boolean meant = switch (this.subject) {
			case NOOP -> true;
			case NEVER, AUTO -> this.sinks.arrivedAtSlack() == this.logged;
			case FULL -> this.refused.sum() >= this.logged - SMALL.capacity();
		};
		if (!meant) {
			throw new IllegalStateException(this.subject + " logged " + this.logged + ", but: " + books());
		}
	}

	/** What became of the events. */
	String books() {
		return (this.subject == Subject.FULL) ? "refused " + this.refused : this.sinks.books();
	}

	@Override
	public void close() {
		this.context.stop();
		this.sinks.close();
	}

	/** The least that an appender can do. */
	private static final class Keeping extends UnsynchronizedAppenderBase<ILoggingEvent> {

		@Nullable ILoggingEvent latest;

		@Override
		protected void append(ILoggingEvent event) {
			this.latest = event;
		}

	}

}
