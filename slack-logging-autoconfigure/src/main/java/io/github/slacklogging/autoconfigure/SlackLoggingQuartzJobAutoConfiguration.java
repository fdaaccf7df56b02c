package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.job.JobNotifier;
import io.github.slacklogging.job.QuartzSchedulers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Notices the runs of jobs of Quartz. Made before all other beans, so it asks for the
 * notifier only when there is a scheduler. What runs in a child context is noticed there,
 * also beside one of the parent.
 */
@AutoConfiguration(afterName = "io.github.slacklogging.autoconfigure.SlackLoggingJobAutoConfiguration")
@ConditionalOnClass(name = "org.quartz.Scheduler")
@ConditionalOnBean(JobNotifier.class)
@ConditionalOnBooleanProperty(name = "slack.logging.jobs.quartz.enabled", matchIfMissing = true)
public final class SlackLoggingQuartzJobAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	static QuartzSchedulers slackLoggingQuartzSchedulers(ObjectProvider<JobNotifier> notifier) {
		return new QuartzSchedulers(notifier::getIfAvailable, ConfiguredJobs.trouble());
	}

}
