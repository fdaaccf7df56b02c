package io.github.slacklogging.autoconfigure;

import java.util.List;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Quiet tests for contexts that Spring's test framework makes without
 * {@code SpringApplication}. Loaded by that framework only.
 */
final class QuietTestsContextCustomizerFactory implements ContextCustomizerFactory {

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
		}

	}

}
