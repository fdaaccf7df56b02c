package io.github.slacklogging.benchmark.caller;

import java.util.OptionalLong;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;

/** Nothing stands behind it. */
final class NoopContender implements Contender {

	private final NoopAppender appender = new NoopAppender();

	@Override
	public Appender<ILoggingEvent> appender() {
		return this.appender;
	}

	@Override
	public OptionalLong arrived() {
		return OptionalLong.empty();
	}

	@Override
	public void close() {
		this.appender.stop();
	}

}
