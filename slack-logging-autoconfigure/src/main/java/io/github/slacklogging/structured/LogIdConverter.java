package io.github.slacklogging.structured;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Conversion word {@code %logId} of pattern layouts: the id of the event as Slack shows
 * it, empty for an event without a number. It is known in every pattern of an application
 * that Spring Boot starts; a {@code <conversionRule>} may name it all the same.
 * Thread-safe; never blocks.
 */
public final class LogIdConverter extends ClassicConverter {

	@Override
	public String convert(ILoggingEvent event) {
		return LogIds.of(event);
	}

}
