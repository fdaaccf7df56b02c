package io.github.slacklogging.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/**
 * The properties are bound without a bean, and the classes of the structured log are
 * named in properties and in Logback's files, so AOT does not find them by itself.
 */
final class SlackLoggingRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> NAMED = List.of("io.github.slacklogging.structured.LogIdConverter",
			"io.github.slacklogging.structured.PrettyJsonStructuredLogFormatter");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindableRuntimeHintsRegistrar.forTypes(SlackLoggingProperties.class).registerHints(hints, classLoader);
		// The registrar looks into no map; Boot makes this one of entries or of a word.
		hints.reflection()
			.registerType(LinkFields.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
					MemberCategory.INVOKE_PUBLIC_METHODS);
		hints.resources().registerPattern("git.properties").registerPattern("META-INF/build-info.properties");
		for (String named : NAMED) {
			// Not there without Logback.
			hints.reflection().registerTypeIfPresent(classLoader, named, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
		}
	}

}
