package io.github.slacklogging.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.testing.ManualClock;
import io.github.slacklogging.testing.RecordedJobs;

/** A notifier and everything around it. */
final class Notifiers {

	static final Duration QUIET_AFTER = Duration.ofMinutes(15);

	final RecordedJobs jobs = new RecordedJobs();

	final ManualClock clock = new ManualClock();

	final List<String> trouble = new ArrayList<>();

	JobNotifier telling(NotifyOn notifyOn) {
		return telling(notifyOn, List.of(), List.of());
	}

	JobNotifier telling(NotifyOn notifyOn, List<String> include, List<String> exclude) {
		return new JobNotifier(
				new JobNotifier.Settings(notifyOn, include, exclude, EnumSet.allOf(JobFramework.class), QUIET_AFTER),
				this.jobs, this.clock, this.trouble::add);
	}

	JobNotifier without(JobFramework framework) {
		return new JobNotifier(
				new JobNotifier.Settings(NotifyOn.ALL, List.of(), List.of(),
						EnumSet.complementOf(EnumSet.of(framework)), QUIET_AFTER),
				this.jobs, this.clock, this.trouble::add);
	}

	JobNotifier to(JobReporting reporting) {
		return new JobNotifier(new JobNotifier.Settings(NotifyOn.ALL, List.of(), List.of(),
				EnumSet.allOf(JobFramework.class), QUIET_AFTER), reporting, this.clock, this.trouble::add);
	}

}
