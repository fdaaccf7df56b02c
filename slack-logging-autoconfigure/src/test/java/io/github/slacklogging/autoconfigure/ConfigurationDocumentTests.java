package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.testing.DocumentBlock;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
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
	private static Map<String, DescribedProperty> properties;

	private static void chapter(String name, String... groups) {
		CHAPTERS.put(name, List.of(groups));
	}

	@BeforeAll
	static void read() throws IOException {
		properties = DescribedProperty.all();
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
				.map((property) -> property.getValue().row()))
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
			DescribedProperty property = Objects.requireNonNull(properties.get(name.replace("[0]", "[*]")), name);
			assertThat(value).as(name).isEqualTo(property.defaultAs(value.getClass()));
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

	private static Stream<String> groups(String chapter) {
		return Objects.requireNonNull(CHAPTERS.get(chapter)).stream();
	}

	private static boolean isIn(String chapter, String name) {
		return groups(chapter).anyMatch((group) -> isBelow(group, name));
	}

	private static boolean isBelow(String group, String name) {
		return name.equals(group) || name.startsWith(group + ".") || name.startsWith(group + "[");
	}

}
