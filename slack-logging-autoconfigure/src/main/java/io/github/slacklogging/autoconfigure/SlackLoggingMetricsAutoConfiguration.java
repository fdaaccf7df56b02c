package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.actuate.PipelineCounts;
import io.github.slacklogging.actuate.ShippingCounts;
import io.github.slacklogging.actuate.SlackLoggingMetrics;
import io.github.slacklogging.pipeline.PipelineView;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The meters, where Micrometer is there and the application has a registry.
 * {@code management.metrics.enable.slack.logging} switches them off.
 */
@AutoConfiguration(afterName = { "io.github.slacklogging.autoconfigure.SlackLoggingAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, PipelineCounts.class, ShippingCounts.class, PipelineView.class })
public final class SlackLoggingMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SlackLoggingMetrics slackLoggingMetrics(PipelineCounts counts, ShippingCounts shipping, PipelineView view) {
		return new SlackLoggingMetrics(counts, shipping, view);
	}

}
