package io.github.slacklogging.autoconfigure;

import java.util.Map;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Keeps tests that Spring runs away from Slack: {@code slack.logging.enabled} is false
 * for them, whatever the application's files, the system properties and the variables of
 * a build server say. What the test itself says, inlined, in its property files, dynamic
 * or as arguments, stands before that and wins.
 */
final class QuietTests {

	static final String NAME = "slackLoggingQuietTests";

	/**
	 * Every loader of Spring's test framework adds it; the constant is in
	 * {@code org.springframework.test.context.support.TestPropertySourceUtils}, which
	 * applications do not have.
	 */
	private static final String TEST_PROPERTIES = "Inlined Test Properties";

	private QuietTests() {
	}

	static boolean isTest(ConfigurableEnvironment environment) {
		MutablePropertySources sources = environment.getPropertySources();
		return sources.contains(TEST_PROPERTIES) || sources.contains(NAME);
	}

	static void apply(ConfigurableEnvironment environment) {
		MutablePropertySources sources = environment.getPropertySources();
		if (sources.contains(NAME)) {
			return;
		}
		MapPropertySource off = new MapPropertySource(NAME, Map.of(SlackLoggingProperties.PREFIX + ".enabled", false));
		if (sources.contains(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
			sources.addBefore(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, off);
		}
		else if (sources.contains(TEST_PROPERTIES)) {
			sources.addAfter(TEST_PROPERTIES, off);
		}
		else {
			sources.addFirst(off);
		}
	}

}
