package io.github.slacklogging.diagnosis;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;

/**
 * Counts what would be shipped as dropped by the dry run. Thread-safe; never blocks.
 *
 * @param books keeps the counts
 */
public record DryRunIntake(EventIntake books) implements EventIntake {

	@Override
	public boolean admits(Severity severity) {
		this.books.dropped(DropReason.DRY_RUN, severity);
		return false;
	}

	@Override
	public boolean offer(LogEvent event) {
		return admits(event.severity());
	}

	@Override
	public void dropped(DropReason reason, Severity severity) {
		this.books.dropped(reason, severity);
	}

}
