package io.github.slacklogging.autoconfigure;

import java.time.Duration;

import io.github.slacklogging.actuate.EndpointParameterNames;
import io.github.slacklogging.actuate.SlackLoggingEndpoint;
import io.github.slacklogging.actuate.SlackLoggingEndpointWebExtension;
import io.github.slacklogging.pipeline.PipelineView;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The endpoint {@code slacklogging}, where it is exposed.
 * {@code management.endpoint.slacklogging.access} says what it may be used for.
 */
@AutoConfiguration(afterName = "io.github.slacklogging.autoconfigure.SlackLoggingAutoConfiguration")
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(SlackLoggingEndpoint.class)
@ConditionalOnBean(PipelineView.class)
public final class SlackLoggingEndpointAutoConfiguration {

	/** A worker that is not held up answers within a round. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/**
	 * Several times an exchange by default: it may have to wait for the one before it,
	 * and for a permit. Less than most clients of HTTP wait.
	 */
	private static final Duration PATIENCE_FOR_SLACK = Duration.ofSeconds(25);

	@Bean
	@ConditionalOnMissingBean
	SlackLoggingEndpoint slackLoggingEndpoint(PipelineView view, Environment environment) {
		boolean development = !ProductionProfiles.areActive(environment);
		return new SlackLoggingEndpoint(view,
				new SlackLoggingEndpoint.Settings(PATIENCE, PATIENCE_FOR_SLACK, development), System::nanoTime);
	}

	@Bean
	@ConditionalOnMissingBean
	EndpointParameterNames slackLoggingEndpointParameterNames() {
		return new EndpointParameterNames();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	SlackLoggingEndpointWebExtension slackLoggingEndpointWebExtension(SlackLoggingEndpoint endpoint) {
		return new SlackLoggingEndpointWebExtension(endpoint);
	}

}
