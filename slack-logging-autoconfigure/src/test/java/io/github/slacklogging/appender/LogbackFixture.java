package io.github.slacklogging.appender;

import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.appender.SlackAppender.Settings;
import io.github.slacklogging.testing.CollectingIntake;

/** A Logback of its own with a connected appender on its root logger. */
final class LogbackFixture {

	static final RunId RUN = RunId.random();

	final LoggerContext context = new LoggerContext();

	final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

	final SlackAppender appender = new SlackAppender();

	final CollectingIntake intake = new CollectingIntake();

	final Logger log = this.context.getLogger("com.acme.Orders");

	LogbackFixture() {
		this.context.setMDCAdapter(this.mdc);
		this.appender.setContext(this.context);
		this.appender.start();
		Logger root = this.context.getLogger(Logger.ROOT_LOGGER_NAME);
		root.setLevel(Level.ALL);
		root.addAppender(this.appender);
		connect(Severity.ERROR);
	}

	static Settings settings(Severity level) {
		return new Settings(RUN, level, Set.of("CRITICAL", "FATAL"), CallerLocation.AUTO,
				Settings.DEFAULT_MAX_MESSAGE_LENGTH, HandledException.NONE);
	}

	void connect(Severity level) {
		connect(this.intake, settings(level));
	}

	void connect(EventIntake intake, Settings settings) {
		this.appender.connect(intake, settings);
	}

	Logger logger(String name) {
		return this.context.getLogger(name);
	}

	LogEvent event() {
		return this.intake.event();
	}

	List<Integer> statusLevels() {
		return this.context.getStatusManager()
			.getCopyOfStatusList()
			.stream()
			.filter((status) -> status.getOrigin() == this.appender)
			.map(Status::getEffectiveLevel)
			.toList();
	}

}
