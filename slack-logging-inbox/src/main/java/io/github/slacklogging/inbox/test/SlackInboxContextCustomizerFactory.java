package io.github.slacklogging.inbox.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link SlackInboxTest}. Loaded by Spring's test framework only. */
final class SlackInboxContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		SlackInboxTest wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, SlackInboxTest.class);
		return (wanted != null) ? new SlackInboxContextCustomizer(wanted.bot(), wanted.channel()) : null;
	}

}
