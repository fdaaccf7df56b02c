package io.github.slacklogging.grouping;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;

/**
 * What is told of a run that an earlier process told as started and that ended with it:
 * nobody else will ever report it. Pure function.
 */
final class AbandonedRun {

	private static final String REASON = "the application ended before it did";

	private AbandonedRun() {
	}

	/** The report of its start, as that of such an end. */
	static MaskedEvent of(MaskedEvent event, JobReport start) {
		JobReport end = new JobReport(start.name(), start.run(), start.framework(), JobOutcome.WARNING,
				start.startedAt(), null, REASON, start.counts());
		return new MaskedEvent(event.logId(), event.timestamp(), end.outcome().severity(), event.loggerName(),
				event.threadName(), end.template(), end.message(), event.mdc(), event.keyValues(), event.throwable(),
				event.caller(), event.maskedValues(), end);
	}

}
