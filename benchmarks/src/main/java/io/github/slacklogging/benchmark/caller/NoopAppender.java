package io.github.slacklogging.benchmark.caller;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.jspecify.annotations.Nullable;

/**
 * The least that an appender can do, to compare with. It keeps the latest event, as the
 * compiler would otherwise not even make one; no application is that lucky.
 */
final class NoopAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	@Nullable ILoggingEvent latest;

	@Override
	protected void append(ILoggingEvent event) {
		this.latest = event;
	}

}
