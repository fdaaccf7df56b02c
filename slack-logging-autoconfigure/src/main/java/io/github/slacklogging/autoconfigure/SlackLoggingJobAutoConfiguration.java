package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.JobReporting;
import io.github.slacklogging.job.JobNotifier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The notifier of jobs, which the application's code depends on: it is there whatever the
 * configuration, the class path and the logging system are.
 */
@AutoConfiguration(afterName = "io.github.slacklogging.autoconfigure.SlackLoggingAutoConfiguration")
public final class SlackLoggingJobAutoConfiguration {

	private static final String NAME = "jobNotifier";

	@Bean
	@ConditionalOnMissingBean(value = JobNotifier.class, name = NAME)
	JobNotifier jobNotifier(ConfigurableEnvironment environment, ObjectProvider<JobReporting> reporting) {
		return notifier(environment, reporting);
	}

	/** Where the application has something else of that name. */
	@Bean
	@ConditionalOnMissingBean
	JobNotifier slackLoggingJobNotifier(ConfigurableEnvironment environment, ObjectProvider<JobReporting> reporting) {
		return notifier(environment, reporting);
	}

	private static JobNotifier notifier(ConfigurableEnvironment environment, ObjectProvider<JobReporting> reporting) {
		return ConfiguredJobs.of(environment).notifier(reporting.getIfAvailable(() -> JobReporting.NONE));
	}

}
