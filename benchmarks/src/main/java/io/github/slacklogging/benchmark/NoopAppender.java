package io.github.slacklogging.benchmark;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.jspecify.annotations.Nullable;

/**
 * The least that an appender can do, to compare with. It keeps the latest event, as the
 * compiler would otherwise not even make one; no application is that lucky. If asked to,
 * it formats the message, which the first appender that writes it pays for all.
 */
final class NoopAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private final boolean formats;

	@Nullable ILoggingEvent latest;

	@Nullable String latestMessage;

	NoopAppender(boolean formats) {
		this.formats = formats;
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.latest = event;
		if (this.formats) {
			this.latestMessage = event.getFormattedMessage();
		}
	}

}
