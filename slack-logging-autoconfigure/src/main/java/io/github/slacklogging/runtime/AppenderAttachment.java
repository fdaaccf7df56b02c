package io.github.slacklogging.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.appender.SlackAppender;

/**
 * Keeps exactly one appender where events pass: at the root logger and at every logger
 * that passes nothing on ({@code additivity=false}). An appender that the application
 * declared itself is adopted, and then ours is not attached. Thread-safe; never calls
 * Logback's reset or stop, whose lock may be held by the caller.
 */
final class AppenderAttachment {

	private static final int MAX_NESTING = 8;

	private final LoggerContext context;

	private final EventIntake intake;

	private final SlackAppender.Settings settings;

	private final SlackAppender own = new SlackAppender();

	private final List<SlackAppender> adopted = new ArrayList<>();

	private boolean attachedBefore;

	AppenderAttachment(LoggerContext context, EventIntake intake, SlackAppender.Settings settings) {
		this.context = context;
		this.intake = intake;
		this.settings = settings;
		this.own.setName(SlackAppender.NAME);
		this.own.connect(intake, settings);
	}

	/**
	 * Attaches what is missing.
	 * @return whether the appender had been attached before and was taken off since
	 */
	synchronized boolean ensureAttached() {
		boolean reattached = false;
		List<SlackAppender> declared = declared();
		declared.forEach((appender) -> appender.connect(this.intake, this.settings));
		this.adopted.clear();
		this.adopted.addAll(declared);
		if (declared.isEmpty()) {
			startOwn();
			for (Logger logger : loggersInCharge()) {
				if (!logger.isAttached(this.own)) {
					logger.addAppender(this.own);
					reattached |= isRoot(logger) && this.attachedBefore;
				}
			}
		}
		else {
			detachOwn();
		}
		this.attachedBefore = true;
		return reattached;
	}

	private void startOwn() {
		this.own.setContext(this.context);
		if (!this.own.isStarted()) {
			this.own.start();
		}
	}

	private List<Logger> loggersInCharge() {
		List<Logger> loggers = new ArrayList<>();
		for (Logger logger : this.context.getLoggerList()) {
			boolean keepsItsEvents = !logger.isAdditive() && logger.iteratorForAppenders().hasNext();
			if (isRoot(logger) || keepsItsEvents) {
				loggers.add(logger);
			}
		}
		return loggers;
	}

	private static boolean isRoot(Logger logger) {
		return org.slf4j.Logger.ROOT_LOGGER_NAME.equals(logger.getName());
	}

	private List<SlackAppender> declared() {
		List<SlackAppender> declared = new ArrayList<>();
		for (Logger logger : this.context.getLoggerList()) {
			collect(logger, declared, 0);
		}
		return declared;
	}

	private void collect(AppenderAttachable<ILoggingEvent> attachable, List<SlackAppender> declared, int depth) {
		Iterator<Appender<ILoggingEvent>> appenders = attachable.iteratorForAppenders();
		while (appenders.hasNext()) {
			Appender<ILoggingEvent> appender = appenders.next();
			if (appender instanceof SlackAppender slack && slack != this.own) {
				declared.add(slack);
			}
			else if (depth < MAX_NESTING && appender instanceof AppenderAttachable<?> nested) {
				collect(eventAppenders(nested), declared, depth + 1);
			}
		}
	}

	@SuppressWarnings("unchecked") // an appender of logging events passes logging events
									// on
	private static AppenderAttachable<ILoggingEvent> eventAppenders(AppenderAttachable<?> nested) {
		return (AppenderAttachable<ILoggingEvent>) nested;
	}

	private void detachOwn() {
		for (Logger logger : this.context.getLoggerList()) {
			logger.detachAppender(this.own);
		}
	}

	/** Takes the appender off; adopted ones stay where they are and fall silent. */
	synchronized void detach() {
		detachOwn();
		this.own.disconnect();
		this.adopted.forEach(SlackAppender::disconnect);
	}

}
