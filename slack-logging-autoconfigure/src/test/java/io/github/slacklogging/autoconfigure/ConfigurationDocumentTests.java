package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.Severity;
import io.github.slacklogging.testing.DocumentBlock;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of {@code docs/configuration.md}: every property that an editor offers
 * stands in exactly one of them, with what the editor says of it.
 */
class ConfigurationDocumentTests {

	private static final Path PAGE = Path.of("..", "docs", "configuration.md");

	/** Chapters by what their names begin with. */
	private static final Map<String, List<String>> CHAPTERS = new LinkedHashMap<>();
	static {
		chapter("destination", "webhook-url", "webhook-url-file", "bot-token", "bot-token-file", "channel", "api-url",
				"allowed-hosts");
		chapter("general", "enabled", "fail-on-invalid-configuration", "level", "critical-markers", "startup.hold-max",
				"uncaught-exceptions");
		chapter("identity", "service-name", "service-version", "environment", "host");
		chapter("destinations", "destinations");
		chapter("routes", "routes");
		chapter("filter", "filter");
		chapter("buffer", "buffer");
		chapter("batch", "batch", "digest");
		chapter("grouping", "grouping");
		chapter("masking", "masking");
		chapter("message", "message");
		chapter("link", "link");
		chapter("structured", "structured");
		chapter("delivery", "rate-limit", "retry", "circuit-breaker");
		chapter("http", "http");
		chapter("spool", "spool", "fallback", "shutdown");
		chapter("jobs", "jobs");
		chapter("opensearch", "opensearch");
		chapter("health", "health", "management.health", "management.endpoint");
		chapter("inbox", "inbox");
		chapter("finding-out", "dry-run", "diagnostics", "doctor");
	}

	@SuppressWarnings("NullAway.Init")
	private static Map<String, JsonNode> properties;

	private static void chapter(String name, String... groups) {
		CHAPTERS.put(name, List.of(groups));
	}

	@BeforeAll
	static void read() throws IOException {
		properties = new TreeMap<>();
		try (InputStream stream = ConfigurationDocumentTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			new JsonMapper().readTree(stream)
				.get("properties")
				.forEach((property) -> properties.put(shortName(property), property));
		}
	}

	private static String shortName(JsonNode property) {
		return property.get("name").asString().replaceFirst("^slack\\.logging\\.", "");
	}

	static List<String> chapters() {
		return List.copyOf(CHAPTERS.keySet());
	}

	@Test
	void everyPropertyStandsInOneChapter() {
		assertThat(properties.keySet())
			.allSatisfy((name) -> assertThat(chapters().stream().filter((chapter) -> isIn(chapter, name))).hasSize(1));
	}

	@ParameterizedTest
	@MethodSource("chapters")
	void tableHoldsWhatAnEditorShows(String chapter) {
		String rows = groups(chapter)
			.flatMap((group) -> properties.entrySet()
				.stream()
				.filter((property) -> isBelow(group, property.getKey()))
				.map((property) -> row(property.getKey(), property.getValue())))
			.collect(Collectors.joining());
		assertThat(rows).isNotEmpty();
		new DocumentBlock("configuration", chapter)
			.assertHolds("\n| property | type | default | meaning |\n|---|---|---|---|\n" + rows + "\n");
	}

	@ParameterizedTest
	@MethodSource("chapters")
	void chapterHasAnExampleInYaml(String chapter) throws IOException {
		String page = Files.readString(PAGE);
		int begin = page.indexOf("<!-- " + chapter + " -->");
		String text = page.substring(page.lastIndexOf("\n## ", begin), begin);
		assertThat(text).as(chapter).contains("```yaml\n");
	}

	/** Each of them is read somewhere: {@code SlackLoggingSetupTests}. */
	@Test
	void variablesAreListed() throws IOException {
		assertThat(Files.readString(PAGE)).contains(Stream
			.of(DefaultDestination.WEBHOOK_VARIABLE, DefaultDestination.TOKEN_VARIABLE,
					DefaultDestination.CHANNEL_VARIABLE, "SERVICE_NAME", "SERVICE_VERSION", "ENVIRONMENT", "HOSTNAME")
			.map((variable) -> "| `" + variable + "` |")
			.toList());
	}

	@Test
	void defaultIsWhatIsBoundWhereNothingIsSet() {
		TestEnvironment environment = TestEnvironment.of("slack.logging.destinations.oncall.channel=",
				"slack.logging.routes[0].to=", "slack.logging.jobs.expectations[0].name=");
		Map<String, Object> bound = new TreeMap<>();
		addValues("", new PropertiesBinding(environment).properties(), bound);
		assertThat(bound.keySet()).hasSizeGreaterThan(60);
		bound.forEach((name, value) -> {
			JsonNode property = Objects.requireNonNull(properties.get(name.replace("[0]", "[*]")), name);
			assertThat(value).as(name).isEqualTo(converted(property, value.getClass()));
		});
	}

	/** Values that are neither absent nor empty, by the names of their properties. */
	private static void addValues(String prefix, Object value, Map<String, Object> values) {
		if (value instanceof Record group && !(value instanceof LinkFields)) {
			String begin = prefix.isEmpty() ? "" : prefix + ".";
			for (RecordComponent component : group.getClass().getRecordComponents()) {
				Object part = ReflectionUtils.invokeMethod(accessible(component), group);
				if (part != null) {
					addValues(begin + DataObjectPropertyName.toDashedForm(component.getName()), part, values);
				}
			}
		}
		else if (value instanceof Map<?, ?> map) {
			map.values().forEach((each) -> addValues(prefix + ".*", Objects.requireNonNull(each), values));
		}
		else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record) {
			addValues(prefix + "[0]", list.get(0), values);
		}
		else if (!value.equals(List.of()) && !value.equals("")) {
			values.put(prefix, value);
		}
	}

	private static Method accessible(RecordComponent component) {
		component.getAccessor().setAccessible(true);
		return component.getAccessor();
	}

	/** As Boot would read what the table shows. */
	private static Object converted(JsonNode property, Class<?> type) {
		Binder binder = new Binder(
				new MapConfigurationPropertySource(Map.of("it", text(property.path("defaultValue")))));
		if (List.class.isAssignableFrom(type)) {
			Class<?> element = property.get("type").asString().contains("Long") ? Long.class : String.class;
			return binder.bind("it", Bindable.listOf(element)).get();
		}
		return binder.bind("it", Bindable.of(type)).get();
	}

	private static Stream<String> groups(String chapter) {
		return Objects.requireNonNull(CHAPTERS.get(chapter)).stream();
	}

	private static boolean isIn(String chapter, String name) {
		return groups(chapter).anyMatch((group) -> isBelow(group, name));
	}

	private static boolean isBelow(String group, String name) {
		return name.equals(group) || name.startsWith(group + ".") || name.startsWith(group + "[");
	}

	private static String row(String name, JsonNode property) {
		String shown = name.replace(".*", ".<name>").replace("[*]", "[n]");
		return "| `" + shown + "` | " + type(property) + " | " + defaultValue(property) + " | " + meaning(property)
				+ " |\n";
	}

	private static String type(JsonNode property) {
		String type = property.get("type").asString();
		return switch (type) {
			case "java.lang.String" -> "text";
			case "java.lang.Boolean" -> "`true`, `false`";
			case "java.lang.Integer", "java.lang.Long" -> "whole number";
			case "java.lang.Double" -> "number";
			case "java.time.Duration" -> "duration";
			case "org.springframework.util.unit.DataSize" -> "size";
			case "java.util.List<java.lang.String>" -> "list";
			case "java.util.List<java.lang.Long>" -> "list of numbers";
			case "java.util.Map<java.lang.String,java.lang.String>" -> "text by name";
			default -> typeOfOurs(type);
		};
	}

	private static String typeOfOurs(String type) {
		if (type.startsWith("java.util.List<")) {
			return "list, see below";
		}
		if (type.startsWith("java.util.Map<")) {
			return "by name, see below";
		}
		Class<?> loaded = ClassUtils.resolveClassName(type, null);
		return loaded.isEnum() ? Arrays.stream(loaded.getEnumConstants())
			.map(ConfigurationDocumentTests::choice)
			.collect(Collectors.joining(", ")) : "text";
	}

	private static String choice(Object constant) {
		String name = ((Enum<?>) constant).name();
		return "`" + ((constant instanceof Severity) ? name : name.toLowerCase(Locale.ROOT).replace('_', '-')) + "`";
	}

	private static String defaultValue(JsonNode property) {
		JsonNode value = property.path("defaultValue");
		if (value.isMissingNode()) {
			return "–";
		}
		String text = text(value);
		if (property.get("type").asString().equals(Severity.class.getName())) {
			text = text.toUpperCase(Locale.ROOT);
		}
		return "`" + text + "`";
	}

	private static String text(JsonNode value) {
		return value.isArray() ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
				: value.asString().replaceAll("^\\[|]$", "");
	}

	/** Quoted words become code. */
	private static String meaning(JsonNode property) {
		return property.get("description")
			.asString()
			.replaceAll("&lt;", "<")
			.replaceAll("&gt;", ">")
			.replaceAll("'([^' ]+)'", "`$1`")
			.replaceAll("(?<![`\\w/-])(<[a-z]+>)", "`$1`")
			.replace("|", "\\|")
			.replace("*", "\\*");
	}

}
