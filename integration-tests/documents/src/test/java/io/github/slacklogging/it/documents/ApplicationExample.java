package io.github.slacklogging.it.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.slacklogging.autoconfigure.ConfigurationProblems;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/**
 * An {@code application.yml} or {@code .properties} as it stands in a page, read as the
 * application reads it, but strictly: what is not known is a mistake.
 */
final class ApplicationExample {

	static final String PREFIX = "slack.logging.";

	private final BootProperties properties;

	private final Path folder;

	/**
	 * A check.
	 * @param properties that exist
	 * @param folder where files may be made
	 */
	ApplicationExample(BootProperties properties, Path folder) {
		this.properties = properties;
		this.folder = folder;
	}

	/** What is wrong with it. */
	List<String> problems(Snippet snippet) {
		StandardEnvironment environment = environment(snippet);
		List<String> problems = new ArrayList<>(ConfigurationProblems.in(environment));
		Binder binder = Binder.get(environment);
		names(environment.getPropertySources()).stream()
			.filter((name) -> !name.startsWith(PREFIX))
			.forEach((name) -> this.properties.problem(name, binder).ifPresent(problems::add));
		return problems;
	}

	/** With nothing in it of the machine that runs this. */
	private StandardEnvironment environment(Snippet snippet) {
		StandardEnvironment environment = new StandardEnvironment();
		Stream
			.of(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
			.forEach(environment.getPropertySources()::remove);
		// later documents of one file win, as in Boot
		load(snippet).forEach(environment.getPropertySources()::addFirst);
		Map<String, Object> belongings = new Belongings(this.folder, values(snippet), elsewhere(snippet)).toMap();
		environment.getPropertySources().addFirst(new MapPropertySource("belongings", belongings));
		return environment;
	}

	private static Set<String> names(Iterable<PropertySource<?>> sources) {
		Set<String> names = new TreeSet<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.from(sources)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().map(ConfigurationPropertyName::toString).forEach(names::add);
			}
		}
		return names;
	}

	/** What the other examples of the page set. */
	private static Set<String> elsewhere(Snippet snippet) {
		Set<String> names = new TreeSet<>();
		for (Snippet other : snippet.page().snippets()) {
			if (other.language().equals("yaml") || other.language().equals("properties")) {
				names.addAll(values(other).keySet());
			}
		}
		return names;
	}

	private static Map<String, String> values(Snippet snippet) {
		Map<String, String> values = new LinkedHashMap<>();
		for (EnumerablePropertySource<?> source : load(snippet)) {
			for (String name : source.getPropertyNames()) {
				values.put(name, String.valueOf(source.getProperty(name)));
			}
		}
		return values;
	}

	private static List<EnumerablePropertySource<?>> load(Snippet snippet) {
		PropertySourceLoader loader = snippet.language().equals("yaml") ? new YamlPropertySourceLoader()
				: new PropertiesPropertySourceLoader();
		try {
			List<EnumerablePropertySource<?>> sources = new ArrayList<>();
			for (PropertySource<?> source : loader.load(snippet.toString(),
					new ByteArrayResource(snippet.text().getBytes(StandardCharsets.UTF_8)))) {
				if (source instanceof EnumerablePropertySource<?> enumerable) {
					sources.add(enumerable);
				}
			}
			return sources;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
