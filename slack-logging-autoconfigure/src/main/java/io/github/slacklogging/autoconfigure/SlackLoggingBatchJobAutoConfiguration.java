package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.job.BatchJobs;
import io.github.slacklogging.job.JobNotifier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Notices the runs of jobs of Spring Batch. Made before all other beans, so it asks for
 * the notifier only when there is a job. What runs in a child context is noticed there,
 * also beside one of the parent.
 */
@AutoConfiguration(afterName = "io.github.slacklogging.autoconfigure.SlackLoggingJobAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.batch.core.job.AbstractJob")
@ConditionalOnBean(JobNotifier.class)
@ConditionalOnBooleanProperty(name = "slack.logging.jobs.batch.enabled", matchIfMissing = true)
public final class SlackLoggingBatchJobAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	static BatchJobs slackLoggingBatchJobs(ObjectProvider<JobNotifier> notifier) {
		return new BatchJobs(notifier::getIfAvailable);
	}

}
