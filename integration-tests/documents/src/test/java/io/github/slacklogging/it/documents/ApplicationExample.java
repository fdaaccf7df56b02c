package io.github.slacklogging.it.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * An {@code application.yml} or {@code .properties} as it stands in a page. What the
 * reader has and the page cannot show is added: files with secrets, variables, and
 * destinations that another example of the same page configures.
 */
final class ApplicationExample {

	private static final String PREFIX = "slack.logging.";

	private static final String WEBHOOK = "https://hooks.slack.com/services/T000/B000/example_only";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

	private static final Pattern DESTINATION = Pattern.compile("slack\\.logging\\.destinations\\.([^.]+)\\..*");

	private static final Pattern DESTINATIONS_NAMED = Pattern
		.compile("slack\\.logging\\.(routes\\[\\d+]\\.to|jobs\\.to|destinations\\..*\\.fallback)(\\[\\d+])?");

	private final BootProperties properties;

	private final Path secrets;

	/**
	 * A check.
	 * @param properties that exist
	 * @param secrets where files may be made
	 */
	ApplicationExample(BootProperties properties, Path secrets) {
		this.properties = properties;
		this.secrets = secrets;
	}

	/** What is wrong with it, if it is read strictly. */
	List<String> problems(Snippet snippet) {
		StandardEnvironment environment = new StandardEnvironment();
		Stream
			.of(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
			.forEach(environment.getPropertySources()::remove);
		Map<String, Object> values = new LinkedHashMap<>();
		// later documents of one file win, as in Boot
		for (EnumerablePropertySource<?> source : load(snippet)) {
			environment.getPropertySources().addFirst(source);
			for (String name : source.getPropertyNames()) {
				values.put(name, String.valueOf(source.getProperty(name)));
			}
		}
		environment.getPropertySources().addFirst(new MapPropertySource("reader", belongings(snippet, values)));
		List<String> problems = new ArrayList<>(ConfigurationProblems.in(environment));
		Binder binder = Binder.get(environment);
		names(environment.getPropertySources()).stream()
			.filter((name) -> !name.startsWith(PREFIX))
			.filter((name) -> !name.startsWith("reader."))
			.forEach((name) -> this.properties.problem(name, binder).ifPresent(problems::add));
		return problems;
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

	/** What the reader has beside the example. */
	private Map<String, Object> belongings(Snippet snippet, Map<String, Object> values) {
		Map<String, Object> added = new LinkedHashMap<>();
		values.forEach((name, value) -> {
			if (name.startsWith(PREFIX) && name.endsWith("-file")) {
				added.put(name, file(name));
			}
			else if (name.matches("slack\\.logging\\.(spool\\.directory|fallback\\.file)")) {
				added.put(name, this.secrets.resolve("reader").toString());
			}
			else if (PLACEHOLDER.matcher(value.toString()).find()) {
				added.put(name,
						PLACEHOLDER.matcher(value.toString()).replaceAll(Matcher.quoteReplacement(secret(name))));
			}
		});
		destinationsWithoutCredential(snippet, values)
			.forEach((name) -> added.put(PREFIX + "destinations." + name + ".webhook-url", WEBHOOK));
		if (values.keySet().stream().noneMatch(ApplicationExample::isDefaultDestination)) {
			added.put(PREFIX + "webhook-url", WEBHOOK);
		}
		else if (values.containsKey(PREFIX + "channel") && !values.containsKey(PREFIX + "bot-token")
				&& !values.containsKey(PREFIX + "bot-token-file")) {
			added.put(PREFIX + "bot-token", secret("bot-token"));
		}
		return added;
	}

	private static boolean isDefaultDestination(String name) {
		return name.matches("slack\\.logging\\.(destinations\\.default\\.)?(webhook-url|bot-token|channel)(-file)?");
	}

	/** Named by this example, and given a credential by another one of the page. */
	private Set<String> destinationsWithoutCredential(Snippet snippet, Map<String, Object> values) {
		Set<String> named = new TreeSet<>();
		values.forEach((name, value) -> {
			if (DESTINATIONS_NAMED.matcher(name).matches()) {
				named.addAll(List.of(value.toString().split("\\s*,\\s*")));
			}
			Matcher destination = DESTINATION.matcher(name);
			if (destination.matches()) {
				named.add(destination.group(1));
			}
		});
		named.removeAll(withCredential(values.keySet()));
		named.retainAll(elsewhere(snippet));
		return named;
	}

	private static Set<String> withCredential(Set<String> names) {
		Set<String> destinations = new TreeSet<>();
		for (String name : names) {
			Matcher destination = DESTINATION.matcher(name);
			if (destination.matches() && name.matches(".*\\.(webhook-url|bot-token)(-file)?")) {
				destinations.add(destination.group(1));
			}
		}
		return destinations;
	}

	private static Set<String> elsewhere(Snippet snippet) {
		Set<String> names = new TreeSet<>();
		for (Snippet other : snippet.page().snippets()) {
			if (isOne(other.language())) {
				load(other).forEach((source) -> names.addAll(List.of(source.getPropertyNames())));
			}
		}
		return withCredential(names);
	}

	static boolean isOne(String language) {
		return language.equals("yaml") || language.equals("properties");
	}

	private String file(String name) {
		try {
			Path file = this.secrets.resolve(name.replaceAll("[^a-z.-]", "_"));
			Files.writeString(file, secret(name));
			return file.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String secret(String name) {
		if (name.contains("webhook-url")) {
			return WEBHOOK;
		}
		return name.contains("bot-token") ? "xoxb-1-2-example_only" : "example";
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
