package io.github.slacklogging.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.github.slacklogging.appender.SlackAppender;

/**
 * Loggers whose errors never reach our appender, as Logback is configured at the moment.
 * Reads only, and asks no filter: that would count in the meters of some.
 *
 * @param context to look at
 */
record UnheardLoggers(LoggerContext context) {

	private static final int MAX_NESTING = 8;

	private static final int MAX_NAMED = 5;

	private static final String LOGBACKS_OWN = "ch.qos.logback.classic.turbo.";

	/** A sentence for each reason; empty when all are heard. */
	List<String> reasons() {
		List<String> off = new ArrayList<>();
		List<String> cutOff = new ArrayList<>();
		for (Logger logger : this.context.getLoggerList()) {
			if (logger.getLevel() == Level.OFF) {
				off.add(logger.getName());
			}
			boolean chainEnds = !logger.isAdditive() || isRoot(logger);
			if (chainEnds && !isHeard(logger, 0)) {
				cutOff.add(logger.getName());
			}
		}
		List<String> reasons = new ArrayList<>();
		add(reasons, off, "Nothing of these loggers gets to Slack, their level is OFF: ");
		add(reasons, cutOff, "Nothing of these loggers gets to Slack, they pass nothing on (additivity=false) "
				+ "and no appender of ours hears them: ");
		addFilters(reasons);
		return reasons;
	}

	private static void add(List<String> reasons, List<String> names, String sentence) {
		if (!names.isEmpty()) {
			List<String> shown = names.subList(0, Math.min(MAX_NAMED, names.size()));
			int more = names.size() - shown.size();
			reasons.add(sentence + String.join(", ", shown) + ((more > 0) ? " and " + more + " more" : ""));
		}
	}

	/** Others count what passes, as Micrometer's does, and deny nothing. */
	private void addFilters(List<String> reasons) {
		for (TurboFilter filter : this.context.getTurboFilterList()) {
			if (filter.getClass().getName().startsWith(LOGBACKS_OWN)) {
				reasons.add("What Logback's " + filter.getClass().getSimpleName()
						+ " denies gets to no appender, and so not to Slack");
			}
		}
	}

	private static boolean isRoot(Logger logger) {
		return org.slf4j.Logger.ROOT_LOGGER_NAME.equals(logger.getName());
	}

	private static boolean isHeard(AppenderAttachable<?> attachable, int depth) {
		Iterator<? extends Appender<?>> appenders = attachable.iteratorForAppenders();
		while (appenders.hasNext()) {
			Appender<?> appender = appenders.next();
			if (appender instanceof SlackAppender || (depth < MAX_NESTING
					&& appender instanceof AppenderAttachable<?> nested && isHeard(nested, depth + 1))) {
				return true;
			}
		}
		return false;
	}

}
