package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.actuate.SlackLoggingHealthIndicator;
import io.github.slacklogging.pipeline.PipelineView;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The health component {@code slackLogging}, where {@code spring-boot-health} is there.
 * {@code management.health.slack-logging.enabled} switches it off.
 */
@AutoConfiguration(before = HealthContributorAutoConfiguration.class,
		afterName = "io.github.slacklogging.autoconfigure.SlackLoggingAutoConfiguration")
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnEnabledHealthIndicator("slack-logging")
public final class SlackLoggingHealthAutoConfiguration {

	@Bean
	@ConditionalOnBean(PipelineView.class)
	@ConditionalOnMissingBean(name = "slackLoggingHealthIndicator")
	SlackLoggingHealthIndicator slackLoggingHealthIndicator(PipelineView view, Environment environment) {
		String failureStatus = environment.getProperty("slack.logging.health.failure-status", "DEGRADED");
		// The profiles that also keep slack.logging.inbox.enabled=auto from starting one.
		boolean development = !ProductionProfiles.areActive(environment);
		return new SlackLoggingHealthIndicator(view,
				new SlackLoggingHealthIndicator.Settings(failureStatus, development), System::nanoTime);
	}

}
