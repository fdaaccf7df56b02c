package io.github.slacklogging.benchmark.growth;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender;
import org.jspecify.annotations.Nullable;

/** An application's Logback with one appender. Thread-safe. */
final class LoggingApplication {

	private final LoggerContext context = new LoggerContext();

	private final Logger log = this.context.getLogger("com.acme.Orders");

	private LoggingApplication(Appender<ILoggingEvent> appender) {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		appender.setContext(this.context);
		appender.start();
		this.log.setLevel(Level.INFO);
		this.log.setAdditive(false);
		this.log.addAppender(appender);
	}

	/**
	 * With an appender that does nothing.
	 * @param formats whether it asks for the message, as all do that write it
	 */
	static LoggingApplication withNoop(boolean formats) {
		return new LoggingApplication(new UnsynchronizedAppenderBase<>() {
			@Nullable Object latest;

			@Override
			protected void append(ILoggingEvent event) {
				this.latest = formats ? event.getFormattedMessage() : event;
			}
		});
	}

	/** With the starter's appender. */
	static LoggingApplication with(EventIntake intake, SlackAppender.Settings settings) {
		SlackAppender appender = new SlackAppender();
		appender.connect(List.of(new SlackAppender.Outlet(intake, Severity.ERROR)), settings);
		return new LoggingApplication(appender);
	}

	/** What the application logs with. */
	Logger log() {
		return this.log;
	}

}
