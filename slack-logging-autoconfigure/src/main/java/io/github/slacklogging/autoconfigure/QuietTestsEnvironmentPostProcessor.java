package io.github.slacklogging.autoconfigure;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Quiet tests for applications that {@link SpringApplication} starts: the logger starts
 * with the environment, long before a context can be customized.
 */
final class QuietTestsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	/** After config data, which may still move sources. */
	static final int ORDER = SlackInboxEnvironmentPostProcessor.ORDER - 10;

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (QuietTests.isTest(environment)) {
			QuietTests.apply(environment);
		}
	}

}
