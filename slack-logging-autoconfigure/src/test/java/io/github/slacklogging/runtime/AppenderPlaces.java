package io.github.slacklogging.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.github.slacklogging.appender.SlackAppender;
import org.jspecify.annotations.Nullable;

/** Follows an event through Logback, independently of the code under test. */
final class AppenderPlaces {

	private AppenderPlaces() {
	}

	/** The working Slack appenders that an event of this logger reaches, in order. */
	static List<SlackAppender> heardFrom(String logger) {
		LoggerContext context = Applications.logback();
		List<SlackAppender> found = new ArrayList<>();
		String name = logger;
		while (name != null) {
			Logger existing = context.exists(name);
			if (existing != null) {
				collect(existing, found);
				if (!existing.isAdditive()) {
					break;
				}
			}
			name = parent(name);
		}
		return found;
	}

	private static @Nullable String parent(String name) {
		if (name.equals(org.slf4j.Logger.ROOT_LOGGER_NAME)) {
			return null;
		}
		int dot = name.lastIndexOf('.');
		return (dot < 0) ? org.slf4j.Logger.ROOT_LOGGER_NAME : name.substring(0, dot);
	}

	private static void collect(AppenderAttachable<?> place, List<SlackAppender> found) {
		Iterator<? extends Appender<?>> appenders = place.iteratorForAppenders();
		while (appenders.hasNext()) {
			Appender<?> appender = appenders.next();
			if (appender instanceof SlackAppender slack && slack.isStarted() && slack.isConnected()) {
				found.add(slack);
			}
			else if (appender instanceof AppenderAttachable<?> nested) {
				collect(nested, found);
			}
		}
	}

}
