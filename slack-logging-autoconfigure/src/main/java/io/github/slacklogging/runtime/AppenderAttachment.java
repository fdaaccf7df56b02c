package io.github.slacklogging.runtime;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.github.slacklogging.appender.SlackAppender;
import org.jspecify.annotations.Nullable;

/**
 * Keeps exactly one appender where events pass: at the root logger and at every logger
 * that passes nothing on ({@code additivity=false}). An appender that the application
 * declared itself is adopted, and then ours is not attached. Thread-safe; never calls
 * Logback's reset or stop, whose lock may be held by the caller.
 */
final class AppenderAttachment {

	private static final int MAX_NESTING = 8;

	private static final String TRANSPORT_LOGGER = "jdk.internal.httpclient.debug";

	private final LoggerContext context;

	private final SlackAppender own = new SlackAppender();

	private final List<SlackAppender> adopted = new ArrayList<>();

	private @Nullable Connection connection;

	private boolean attachedBefore;

	AppenderAttachment(LoggerContext context) {
		this.context = context;
	}

	/**
	 * Where events go, and how they are taken.
	 *
	 * @param outlets take them
	 * @param settings how
	 */
	private record Connection(List<SlackAppender.Outlet> outlets, SlackAppender.Settings settings) {

		void open(SlackAppender appender) {
			appender.connect(this.outlets, this.settings);
		}

	}

	/**
	 * From now on events go here, at once and without a gap, and what is missing is
	 * attached.
	 * @param outlets take the events
	 * @param settings how they are taken
	 */
	synchronized void connect(List<SlackAppender.Outlet> outlets, SlackAppender.Settings settings) {
		if (this.connection == null) {
			this.attachedBefore = false;
		}
		Connection connection = new Connection(outlets, settings);
		this.connection = connection;
		connection.open(this.own);
		this.adopted.forEach(connection::open);
		ensureAttached();
	}

	/**
	 * Attaches what is missing.
	 * @return whether the appender had been attached before and was taken off since
	 */
	synchronized boolean ensureAttached() {
		Connection current = this.connection;
		if (current == null) {
			return false;
		}
		boolean reattached = false;
		keepTransportQuiet();
		List<SlackAppender> declared = declared();
		declared.stream().filter((appender) -> !this.adopted.contains(appender)).forEach(current::open);
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

	/**
	 * At DEBUG the JDK's HTTP client tells the address of every request, and the address
	 * of a webhook is a secret. So its internal logger does not follow the root logger
	 * down; an application that names exactly this logger still gets it.
	 */
	private void keepTransportQuiet() {
		Logger internal = this.context.getLogger(TRANSPORT_LOGGER);
		if (internal.getLevel() == null) {
			try {
				internal.setLevel(Level.INFO);
			}
			catch (ConcurrentModificationException ex) {
				// The level is set by then. Logback tells its listeners from a list
				// without
				// a lock, and another application may come or go (LoggerContext 1.5).
			}
		}
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

	// an appender of logging events passes logging events on
	@SuppressWarnings("unchecked")
	private static AppenderAttachable<ILoggingEvent> eventAppenders(AppenderAttachable<?> nested) {
		return (AppenderAttachable<ILoggingEvent>) nested;
	}

	private void detachOwn() {
		for (Logger logger : this.context.getLoggerList()) {
			logger.detachAppender(this.own);
		}
	}

	/**
	 * Takes the appender off, unless events go elsewhere by now; adopted ones stay where
	 * they are and fall silent.
	 * @param outlets that take no more events
	 */
	synchronized void release(List<SlackAppender.Outlet> outlets) {
		if (this.connection != null && this.connection.outlets() == outlets) {
			this.connection = null;
			detachOwn();
			this.own.disconnect();
			this.adopted.forEach(SlackAppender::disconnect);
			this.adopted.clear();
		}
	}

}
