package io.github.slacklogging.autoconfigure;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;

/**
 * Profiles that speak of production, in any case: there the inbox is no destination that
 * anybody wants.
 */
final class ProductionProfiles {

	private static final Set<String> NAMES = Set.of("prod", "production", "live");

	private ProductionProfiles() {
	}

	static boolean areActive(Environment environment) {
		return Stream.of(environment.getActiveProfiles())
			.anyMatch((profile) -> NAMES.contains(profile.toLowerCase(Locale.ROOT)));
	}

}
