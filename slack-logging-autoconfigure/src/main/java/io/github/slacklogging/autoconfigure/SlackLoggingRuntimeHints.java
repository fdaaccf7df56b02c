package io.github.slacklogging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/** The properties are bound without a bean, so AOT does not find them by itself. */
final class SlackLoggingRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindableRuntimeHintsRegistrar.forTypes(SlackLoggingProperties.class).registerHints(hints, classLoader);
		hints.resources().registerPattern("git.properties").registerPattern("META-INF/build-info.properties");
	}

}
