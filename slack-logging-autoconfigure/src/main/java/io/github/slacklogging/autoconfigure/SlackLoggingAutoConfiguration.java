package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.JobReporting;
import io.github.slacklogging.actuate.PipelineCounts;
import io.github.slacklogging.actuate.ShippingCounts;
import io.github.slacklogging.pipeline.PipelineView;
import io.github.slacklogging.runtime.SlackLoggingLifecycle;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Joins the runtime, which started before the application's context, with its beans.
 * Every bean is there even when nothing goes to Slack: AOT freezes conditions, so
 * {@code slack.logging.enabled} is honoured inside.
 */
@AutoConfiguration
@ConditionalOnClass(
		name = { "ch.qos.logback.classic.LoggerContext", "org.springframework.web.reactive.function.client.WebClient" })
public final class SlackLoggingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SlackLoggingLifecycle slackLoggingLifecycle(ConfigurableEnvironment environment, ListableBeanFactory beans) {
		return new SlackLoggingLifecycle(environment, beans);
	}

	@Bean
	@ConditionalOnMissingBean
	PipelineView slackLoggingView(SlackLoggingLifecycle lifecycle) {
		return lifecycle.view();
	}

	@Bean
	@ConditionalOnMissingBean
	PipelineCounts slackLoggingCounts(SlackLoggingLifecycle lifecycle) {
		return RunningPipeline.countsOf(lifecycle.runtime());
	}

	@Bean
	@ConditionalOnMissingBean
	ShippingCounts slackLoggingShippingCounts(SlackLoggingLifecycle lifecycle) {
		return RunningPipeline.shippingCountsOf(lifecycle.runtime());
	}

	@Bean
	@ConditionalOnMissingBean
	JobReporting slackLoggingJobReporting(SlackLoggingLifecycle lifecycle) {
		return lifecycle.jobs();
	}

}
