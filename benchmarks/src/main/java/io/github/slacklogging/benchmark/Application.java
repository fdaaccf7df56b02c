package io.github.slacklogging.benchmark;

import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;

/** An application's Logback with one appender. */
final class Application {

	private final LoggerContext context = new LoggerContext();

	private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

	final Logger log = this.context.getLogger("com.acme.Orders");

	private Application(Appender<ILoggingEvent> appender) {
		this.context.setMDCAdapter(this.mdc);
		this.context.setSequenceNumberGenerator(new RunSequence());
		appender.setContext(this.context);
		appender.start();
		this.log.setLevel(Level.INFO);
		this.log.setAdditive(false);
		this.log.addAppender(appender);
	}

	static Application withNoopAppender(boolean formats) {
		return new Application(new NoopAppender(formats));
	}

	static Application withSlackAppender(BufferIntake intake, CallerLocation location) {
		SlackAppender appender = new SlackAppender();
		appender.connect(intake, new SlackAppender.Settings(RunId.random(), Severity.ERROR, Set.of("CRITICAL"),
				location, SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH, HandledException.NONE));
		return new Application(appender);
	}

	static Application with(List<SlackAppender.Outlet> outlets, SlackAppender.Settings settings) {
		SlackAppender appender = new SlackAppender();
		appender.connect(outlets, settings);
		return new Application(appender);
	}

	/** What a traced web application has in its context. */
	void enterRequest() {
		this.mdc.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		this.mdc.put("spanId", "00f067aa0ba902b7");
	}

	/** An exception with a cause and a stack of usual depth. */
	static Exception exception() {
		return recurse(30);
	}

	private static Exception recurse(int depth) {
		if (depth > 0) {
			return recurse(depth - 1);
		}
		return new IllegalStateException("declined", new IllegalArgumentException("card expired"));
	}

}
