package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import io.github.slacklogging.JobReporting;
import io.github.slacklogging.Tick;
import io.github.slacklogging.autoconfigure.CollectingProperties.Grouping;
import io.github.slacklogging.job.JobNotifier;
import io.github.slacklogging.worker.TroubleLog;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the configuration of one application says of its jobs. What is wrong with it was
 * said, or has stopped the start, where the pipeline was joined. Only what matters to
 * jobs is read: to bind all properties takes a while.
 *
 * @param jobs as far as they can be read
 * @param quietAfter after which an error has gone quiet
 * @param enabled whether anything is told
 */
record ConfiguredJobs(JobProperties jobs, Duration quietAfter, boolean enabled) {

	static ConfiguredJobs of(ConfigurableEnvironment environment) {
		PropertiesBinding binding = new PropertiesBinding(environment);
		return new ConfiguredJobs(binding.readable("jobs", JobProperties.class),
				binding.readable("grouping", Grouping.class).quietAfter(), binding.isReadablySwitchedOn());
	}

	/**
	 * The notifier of the application.
	 * @param reporting of what runs; another application may own it, so this one's own
	 * switch counts here
	 */
	JobNotifier notifier(JobReporting reporting) {
		return new JobNotifier(settings(), this.enabled ? reporting : JobReporting.NONE, ConfiguredJobs::now,
				trouble());
	}

	/** Says what goes wrong with us on the threads of jobs. */
	static Consumer<String> trouble() {
		return new TroubleLog(System.err::println, ConfiguredJobs::now);
	}

	private static Tick now() {
		return new Tick(Instant.now(), System.nanoTime());
	}

	private JobNotifier.Settings settings() {
		return new JobNotifier.Settings(this.jobs.notifyOn(), this.jobs.include(), this.jobs.exclude(),
				this.jobs.frameworks(), this.quietAfter);
	}

}
