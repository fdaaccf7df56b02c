package io.github.slacklogging.benchmark.growth;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/** Takes every event and keeps the latest. For one thread. */
final class LatestEvent implements EventIntake {

	private @Nullable LogEvent event;

	@Override
	public boolean admits(Severity severity) {
		return true;
	}

	@Override
	public boolean offer(LogEvent event) {
		this.event = event;
		return true;
	}

	@Override
	public void dropped(DropReason reason, Severity severity) {
		throw new IllegalStateException("dropped: " + reason);
	}

	/** The latest. */
	LogEvent get() {
		LogEvent latest = this.event;
		if (latest == null) {
			throw new IllegalStateException("Nothing was logged");
		}
		return latest;
	}

}
