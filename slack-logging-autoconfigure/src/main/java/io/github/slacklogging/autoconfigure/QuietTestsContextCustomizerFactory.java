package io.github.slacklogging.autoconfigure;

import java.util.List;

import io.github.slacklogging.runtime.SlackLoggingLifecycle;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/**
 * Quiet tests for contexts that Spring's test framework makes without
 * {@code SpringApplication}; and for tests with an inbox, how the pipeline comes to rest
 * between them. Loaded by that framework only.
 */
final class QuietTestsContextCustomizerFactory implements ContextCustomizerFactory {

	private static final boolean INBOX_TESTS = ClassUtils.isPresent("io.github.slacklogging.inbox.test.Settling",
			QuietTestsContextCustomizerFactory.class.getClassLoader())
			&& ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext",
					QuietTestsContextCustomizerFactory.class.getClassLoader());

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		return new QuietTestsContextCustomizer();
	}

	/** A record, because it is a part of the key under which contexts are cached. */
	private record QuietTestsContextCustomizer() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
			QuietTests.apply(context.getEnvironment());
			if (INBOX_TESTS) {
				ConfigurableListableBeanFactory beans = context.getBeanFactory();
				beans.registerSingleton("slackLoggingSettling",
						new PipelineSettling(beans.getBeanProvider(SlackLoggingLifecycle.class)));
			}
		}

	}

}
