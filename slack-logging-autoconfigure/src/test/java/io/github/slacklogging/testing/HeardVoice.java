package io.github.slacklogging.testing;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** What one of our own loggers said. Closing it makes it deaf. */
public final class HeardVoice implements AutoCloseable {

	private final Logger logger;

	private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

	public HeardVoice(String name) {
		this.logger = (Logger) LoggerFactory.getLogger(name);
		this.heard.start();
		this.logger.setLevel(Level.DEBUG);
		this.logger.addAppender(this.heard);
	}

	/** Like an application's appender that fails. */
	public HeardVoice choking() {
		Appender<ILoggingEvent> choking = new AppenderBase<>() {

			@Override
			public void doAppend(ILoggingEvent event) {
				throw new IllegalStateException("no more disk");
			}

			@Override
			protected void append(ILoggingEvent event) {
			}

		};
		choking.setName("choking");
		this.logger.addAppender(choking);
		return this;
	}

	/** A copy, since another thread may be speaking. */
	public List<ILoggingEvent> events() {
		return List.copyOf(this.heard.list);
	}

	public List<String> lines() {
		return events().stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	public List<String> lines(Level level) {
		return events().stream()
			.filter((event) -> event.getLevel() == level)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.heard);
		this.logger.detachAppender("choking");
		this.logger.setLevel(null);
	}

}
