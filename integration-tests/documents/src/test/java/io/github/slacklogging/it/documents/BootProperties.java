package io.github.slacklogging.it.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.ClassUtils;

/**
 * The properties that are described by the jars on the class path: Boot's and ours.
 * Immutable.
 *
 * @param properties by their names without dashes
 */
record BootProperties(Map<String, JsonNode> properties) {

	static BootProperties onClassPath() {
		Map<String, JsonNode> properties = new HashMap<>();
		try {
			for (URL url : Collections.list(BootProperties.class.getClassLoader()
				.getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream stream = url.openStream()) {
					new JsonMapper().readTree(stream)
						.get("properties")
						.forEach((property) -> properties.put(uniform(property.get("name").asString()), property));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new BootProperties(properties);
	}

	/** What names begin with. */
	Set<String> roots() {
		return this.properties.keySet().stream().map((name) -> name.split("\\.", 2)[0]).collect(Collectors.toSet());
	}

	/** What is wrong with a property that is set; empty for nothing. */
	Optional<String> problem(String name, Binder binder) {
		JsonNode property = this.properties.get(uniform(name));
		if (property == null) {
			return isPartOfAnother(name) ? Optional.empty() : Optional.of(name + " is no property");
		}
		if (property.path("deprecation").path("level").asString("").equals("error")) {
			return Optional.of(name + " has no effect any more");
		}
		Class<?> type = type(property);
		try {
			return (type == null || binder.bind(name.toLowerCase(Locale.ROOT), Bindable.of(type)).isBound())
					? Optional.empty() : Optional.of(name + " binds to nothing");
		}
		catch (BindException ex) {
			return Optional.of(name + " is no " + type);
		}
	}

	/** An element of a list or an entry of a map. */
	private boolean isPartOfAnother(String name) {
		String shorter = uniform(name);
		while (shorter.matches(".*[.\\[].*")) {
			shorter = shorter.replaceAll("(\\[[^\\[]*\\]|\\.[^.\\[]*)$", "");
			JsonNode property = this.properties.get(shorter);
			if (property != null) {
				return property.path("type").asString("").matches("java\\.util\\..*");
			}
		}
		return false;
	}

	private static @Nullable Class<?> type(JsonNode property) {
		String type = property.path("type").asString("");
		return ClassUtils.isPresent(type, null) ? ClassUtils.resolveClassName(type, null) : null;
	}

	private static String uniform(String name) {
		return name.replace("-", "").toLowerCase(Locale.ROOT);
	}

}
