package io.github.slacklogging.benchmark.caller;

import java.util.OptionalLong;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.autoconfigure.SwallowingSinks;

/**
 * The appender and all that the starter joins behind it, up to senders that accept at
 * once. The sequence numbers are of the starter too, and its caller pays for them.
 */
final class OurContender implements Contender {

	private final SwallowingSinks sinks;

	private final boolean both;

	private final SlackAppender appender = new SlackAppender();

	private OurContender(LoggerContext context, CallerLocation location, boolean both, boolean stuck) {
		this.sinks = stuck ? SwallowingSinks.thatSleep() : new SwallowingSinks();
		this.both = both;
		context.setSequenceNumberGenerator(new RunSequence());
		SlackAppender.Settings made = this.sinks.appender();
		this.appender.connect(this.sinks.outlets(true, both), new SlackAppender.Settings(made.runId(), made.level(),
				made.criticalMarkers(), location, made.maxMessageLength(), made.handledException()));
	}

	static OurContender toSlack(LoggerContext context, CallerLocation location, boolean stuck) {
		return new OurContender(context, location, false, stuck);
	}

	static OurContender toBoth(LoggerContext context, boolean stuck) {
		return new OurContender(context, CallerLocation.NEVER, true, stuck);
	}

	@Override
	public Appender<ILoggingEvent> appender() {
		return this.appender;
	}

	/** With both sinks it is the smaller number that counts. */
	@Override
	public OptionalLong arrived() {
		long atSlack = this.sinks.arrivedAtSlack();
		return OptionalLong.of(this.both ? Math.min(atSlack, this.sinks.arrivedAtOpenSearch()) : atSlack);
	}

	@Override
	public void close() {
		this.appender.stop();
		this.sinks.close();
	}

}
