package io.github.slacklogging.autoconfigure;

import java.time.Instant;
import java.util.function.Consumer;

import io.github.slacklogging.JobReporting;
import io.github.slacklogging.Tick;
import io.github.slacklogging.job.JobNotifier;
import io.github.slacklogging.worker.TroubleLog;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the configuration of one application says of its jobs. What is wrong with it was
 * said, or has stopped the start, where the pipeline was joined.
 *
 * @param properties as far as they can be read
 */
record ConfiguredJobs(SlackLoggingProperties properties) {

	static ConfiguredJobs of(ConfigurableEnvironment environment) {
		return new ConfiguredJobs(new PropertiesBinding(environment).readable(new Problems()));
	}

	/**
	 * The notifier of the application.
	 * @param reporting of what runs; another application may own it, so this one's own
	 * switch counts here
	 */
	JobNotifier notifier(JobReporting reporting) {
		return new JobNotifier(settings(), this.properties.enabled() ? reporting : JobReporting.NONE,
				ConfiguredJobs::now, trouble());
	}

	/** Says what goes wrong with us on the threads of jobs. */
	static Consumer<String> trouble() {
		return new TroubleLog(System.err::println, ConfiguredJobs::now);
	}

	private static Tick now() {
		return new Tick(Instant.now(), System.nanoTime());
	}

	private JobNotifier.Settings settings() {
		JobProperties jobs = this.properties.jobs();
		return new JobNotifier.Settings(jobs.notifyOn(), jobs.include(), jobs.exclude(), jobs.frameworks(),
				this.properties.grouping().quietAfter());
	}

}
