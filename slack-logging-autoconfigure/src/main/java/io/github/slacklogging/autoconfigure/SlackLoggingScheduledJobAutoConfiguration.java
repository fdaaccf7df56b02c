package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.job.JobNotifier;
import io.github.slacklogging.job.ScheduledJobs;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Notices the runs of methods with {@code @Scheduled}. After Boot's own configuration, so
 * that the registry that Boot chooses is there. What runs in a child context is noticed
 * there, also beside one of the parent.
 */
@AutoConfiguration(afterName = { "io.github.slacklogging.autoconfigure.SlackLoggingJobAutoConfiguration",
		"org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration" })
@ConditionalOnClass(name = { "org.springframework.scheduling.annotation.SchedulingConfigurer",
		"io.micrometer.observation.ObservationRegistry" })
@ConditionalOnBean(JobNotifier.class)
@ConditionalOnBooleanProperty(name = "slack.logging.jobs.scheduled.enabled", matchIfMissing = true)
public final class SlackLoggingScheduledJobAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	ScheduledJobs slackLoggingScheduledJobs(JobNotifier notifier) {
		return new ScheduledJobs(notifier);
	}

}
