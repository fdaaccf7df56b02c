package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.diagnosis.PropertyNames;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Properties below {@code slack.logging} that nobody reads, with what may have been
 * meant. Never tells a value.
 *
 * @param names that are read
 */
record UnreadProperties(PropertyNames names) {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(SlackLoggingProperties.PREFIX);

	/** Somebody else's variables may begin like ours. */
	private static final int MAX_TOLD = 20;

	/**
	 * Looks through an environment.
	 * @param environment of the application
	 * @return a sentence for each, in the order of their sources
	 */
	List<String> in(ConfigurableEnvironment environment) {
		Map<String, String> sentences = new LinkedHashMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.from(environment.getPropertySources())) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				boolean variable = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
				iterable.stream()
					.filter(PREFIX::isAncestorOf)
					.filter((name) -> !this.names.isKnown(relative(name), variable))
					.forEach((name) -> sentences.putIfAbsent(name.toString(), sentence(name, source)));
			}
		}
		List<String> told = new ArrayList<>(sentences.values());
		return told.subList(0, Math.min(MAX_TOLD, told.size()));
	}

	private static String relative(ConfigurationPropertyName name) {
		return name.toString().substring(SlackLoggingProperties.PREFIX.length() + 1);
	}

	private String sentence(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		String origin = (property != null && property.getOrigin() != null) ? " (" + property.getOrigin() + ")" : "";
		String advice = this.names.meant(relative(name))
			.map((meant) -> ": did you mean '" + SlackLoggingProperties.PREFIX + "." + meant + "'?")
			.orElse("");
		return "Nobody reads '" + name + "'" + origin + advice;
	}

}
