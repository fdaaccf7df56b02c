package io.github.slacklogging.it.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.slf4j.LoggerFactory;

/** Loaded only where the application has Logback. */
final class Appenders {

	private static final String SLACK = "io.github.slacklogging.appender.SlackAppender";

	private Appenders() {
	}

	/** One name for each place where the appender is attached. */
	static List<String> ofSlack() {
		List<String> places = new ArrayList<>();
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		for (Logger logger : context.getLoggerList()) {
			Iterator<Appender<ILoggingEvent>> appenders = logger.iteratorForAppenders();
			while (appenders.hasNext()) {
				if (appenders.next().getClass().getName().equals(SLACK)) {
					places.add(logger.getName());
				}
			}
		}
		return places;
	}

}
