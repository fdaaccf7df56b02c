package io.github.slacklogging.benchmark.caller;

import java.util.OptionalLong;
import java.util.Set;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;

/** The appender and the buffer, emptied by a thread that throws everything away. */
final class BareContender implements Contender {

	private final BufferIntake intake = new BufferIntake();

	private final SlackAppender appender = new SlackAppender();

	BareContender(LoggerContext context, boolean stuck) {
		context.setSequenceNumberGenerator(new RunSequence());
		this.appender.connect(this.intake,
				new SlackAppender.Settings(RunId.random(), Severity.ERROR, Set.of("CRITICAL"), CallerLocation.NEVER,
						SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH, HandledException.NONE));
		if (!stuck) {
			this.intake.drain();
		}
	}

	@Override
	public Appender<ILoggingEvent> appender() {
		return this.appender;
	}

	@Override
	public OptionalLong arrived() {
		return OptionalLong.of(this.intake.arrived());
	}

	@Override
	public void close() {
		this.appender.stop();
		this.intake.close();
	}

}
