package io.github.slacklogging.structured;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.slacklogging.runtime.ProcessRun;

/**
 * The id of an event as Slack shows it.
 */
final class LogIds {

	private LogIds() {
	}

	/** Empty when the event has no number: Logback says 0 then. */
	static String of(ILoggingEvent event) {
		long sequence = event.getSequenceNumber();
		return (sequence != 0) ? ProcessRun.id().logId(sequence) : "";
	}

}
