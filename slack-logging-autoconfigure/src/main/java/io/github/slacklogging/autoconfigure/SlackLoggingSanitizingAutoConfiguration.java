package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.actuate.SecretSanitizing;
import io.github.slacklogging.runtime.SlackLoggingLifecycle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Keeps secrets out of Actuator's {@code env} and {@code configprops}, also where nothing
 * goes to Slack: what is configured is a secret all the same.
 */
@AutoConfiguration(afterName = "io.github.slacklogging.autoconfigure.SlackLoggingAutoConfiguration")
@ConditionalOnClass(SanitizingFunction.class)
public final class SlackLoggingSanitizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SecretSanitizing slackLoggingSanitizing(ConfigurableEnvironment environment,
			ObjectProvider<SlackLoggingLifecycle> lifecycle) {
		return new SecretSanitizing(new SecretsInUse(environment, lifecycle));
	}

}
