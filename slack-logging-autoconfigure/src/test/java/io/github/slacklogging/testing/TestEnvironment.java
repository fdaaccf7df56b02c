package io.github.slacklogging.testing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * An environment with the given properties and environment variables only: nothing of the
 * machine that runs the test.
 */
public final class TestEnvironment extends StandardEnvironment {

	private TestEnvironment(Map<String, Object> properties, Map<String, Object> variables) {
		getPropertySources().remove(SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
		getPropertySources().addFirst(new MapPropertySource("properties", properties));
		getPropertySources().replace(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
	}

	/**
	 * An environment with these properties.
	 * @param pairs {@code name=value}
	 */
	public static TestEnvironment of(String... pairs) {
		return new TestEnvironment(map(pairs), new HashMap<>());
	}

	/**
	 * The same environment with these variables besides.
	 * @param pairs {@code NAME=value}
	 */
	public TestEnvironment variables(String... pairs) {
		if (getPropertySources().get("properties") instanceof MapPropertySource properties) {
			return new TestEnvironment(properties.getSource(), map(pairs));
		}
		throw new IllegalStateException();
	}

	public TestEnvironment profiles(String... profiles) {
		setActiveProfiles(profiles);
		return this;
	}

	private static Map<String, Object> map(String... pairs) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (String pair : pairs) {
			int equals = pair.indexOf('=');
			map.put(pair.substring(0, equals), pair.substring(equals + 1));
		}
		return map;
	}

}
