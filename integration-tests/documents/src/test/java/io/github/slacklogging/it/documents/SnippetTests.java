package io.github.slacklogging.it.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every example of every page: configuration is bound as the application binds it, Java
 * is compiled, Logback's files are read by Logback, and what is added to a build exists.
 */
class SnippetTests {

	/** Shown, typed or drawn: nothing that a program of ours reads. */
	private static final Set<String> NO_CHECK = Set.of("text", "sh", "bash", "console", "diff", "dockerfile", "promql");

	/** What tells other people's files apart from an application's. */
	private static final Set<String> OTHERS = Set.of("apiVersion", "spec", "services", "rule_files", "groups",
			"scrape_configs", "providers");

	private static final String MANIFEST = "display_information: {name: a}\nfeatures: {bot_user: {display_name: a}}\n";

	private static final Pattern COORDINATES = Pattern
		.compile("[\"']([a-z][\\w.-]+:[a-z][\\w.-]+)(?::([\\w.${}-]+))?[\"']");

	private static final BootProperties PROPERTIES = BootProperties.onClassPath();

	private static final Artifacts ARTIFACTS = Artifacts.known();

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	static List<Snippet> snippets() {
		return Pages.present().stream().flatMap((page) -> page.snippets().stream()).toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("snippets")
	void works(Snippet snippet) {
		assertThat(problems(snippet)).as("%s", snippet).isEmpty();
	}

	private List<String> problems(Snippet snippet) {
		return switch (snippet.language()) {
			case "yaml" -> yaml(snippet);
			case "properties" -> new ApplicationExample(PROPERTIES, this.folder).problems(snippet);
			case "java" -> new JavaExample(this.folder, snippets()).problems(snippet);
			case "xml" -> xml(snippet.text());
			case "json" -> json(snippet.text());
			case "http" -> http(snippet.text());
			case "kotlin", "groovy" -> coordinates(snippet.text());
			case "" -> List.of("A block says its language; text, if it is none");
			default -> NO_CHECK.contains(snippet.language()) ? List.of()
					: List.of("There is no check for " + snippet.language());
		};
	}

	/** Ours if it holds anything that an application may set. */
	private List<String> yaml(Snippet snippet) {
		LoaderOptions strict = new LoaderOptions();
		strict.setAllowDuplicateKeys(false);
		for (Object document : new Yaml(new SafeConstructor(strict)).loadAll(snippet.text())) {
			if (document instanceof Map<?, ?> map && SlackManifest.is(map)) {
				return new SlackManifest(map).problems(snippet.page());
			}
			if (document instanceof Map<?, ?> map && map.keySet().stream().anyMatch(OTHERS::contains)) {
				return List.of();
			}
		}
		return new ApplicationExample(PROPERTIES, this.folder).problems(snippet);
	}

	private List<String> xml(String text) {
		Document xml = XmlFiles.parse("<snippet>" + text.replaceAll("<\\?xml.*?\\?>", "") + "</snippet>");
		return isOfABuild(xml) ? ARTIFACTS.problems(xml) : new LogbackExample(this.folder).problems(text);
	}

	private static boolean isOfABuild(Document xml) {
		return !XmlFiles.elements(xml, "artifactId").isEmpty();
	}

	private static List<String> json(String text) {
		try {
			JSON.readTree(text);
			return List.of();
		}
		catch (RuntimeException ex) {
			return List.of(String.valueOf(ex.getMessage()));
		}
	}

	/** A request; behind an empty line its body. */
	private static List<String> http(String text) {
		String[] parts = text.split("\n\n", 2);
		if (!parts[0].matches("(?s)(GET|POST|PUT|DELETE) /\\S*( HTTP/1.1)?\\s*(\n[\\w-]+: [^\n]+)*\\s*")) {
			return List.of("No request: " + parts[0]);
		}
		return (parts.length == 1) ? List.of() : json(parts[1]);
	}

	/** A script of Gradle's: all that it names by group and artifact. */
	private static List<String> coordinates(String text) {
		Matcher matcher = COORDINATES.matcher(text);
		return matcher.results()
			.map((result) -> ARTIFACTS.problem(result.group(1), Optional.ofNullable(result.group(2)).orElse("")))
			.flatMap(Optional::stream)
			.toList();
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void mistakeIsFound(String language, String text) {
		Page page = new Page(Path.of("mistake.md"), List.of("```" + language, text, "```"));
		Snippet snippet = new Snippet(page, 1, language, text + "\n");
		assertThatThrownBy(() -> assertThat(problems(snippet)).isEmpty()).isNotNull();
	}

	static Stream<Arguments> mistakes() {
		return Stream.of(arguments("yaml", "slack.logging.batch.lingers: 1s"),
				arguments("yaml", "slack.logging.batch.linger: soon"),
				arguments("yaml", "slack.logging.batch.linger: -1s"),
				arguments("yaml", "slack.logging.enabled: false\nslack.logging.batch.samples: 99"),
				arguments("yaml", "slack.logging.routes[0].to: nowhere"),
				arguments("yaml", "slack:\n  logging:\n    level: WARN\n    level: ERROR"),
				arguments("yaml", "slack.logging.link.type: kibana"), arguments("yaml", "spring.application.nam: a"),
				arguments("yaml", "spring.main.web-application-type: mobile"),
				arguments("yaml", MANIFEST + "oauth: {a: b}"),
				arguments("yaml", MANIFEST + "oauth_config: {scopes: {bot: [chat.write]}}"),
				arguments("yaml", "display_information: {name: a}"), arguments("yaml", "orders.size: 1"),
				arguments("properties", "logging.structured.format.consol=ecs"),
				arguments("properties", "slack.logging.level=LOUD"), arguments("java", "log.eror(\"x\");"),
				arguments("java", "@Bean\nEventFilter none() {\n\treturn (event) -> 1;\n}"),
				arguments("java", "class A {\n\tUnknown unknown;\n}"), arguments("java", "class A {"),
				arguments("json", "{\"a\": 1, \"a\": 2}"), arguments("json", "{} {}"),
				arguments("http", "GET actuator/slacklogging"), arguments("http", "POST /a\n\n{"),
				arguments("kotlin", "implementation(\"io.github.slacklogging:slack-logging-starter:0.1.0\")"),
				arguments("groovy", "implementation 'io.github.slacklogging:slack-logging-inbox:0.0.9'"),
				arguments("xml", "<dependency><groupId>a</groupId><artifactId>b</artifactId></dependency>"),
				arguments("xml", "<appender name=\"A\" class=\"com.acme.NoAppender\"/>"),
				arguments("xml", "<root level=\"INFO\"><appender-ref ref=\"NOBODY\"/></root>"), arguments("", "x"),
				arguments("cobol", "x"));
	}

	@Test
	void thereAreSnippetsOfEveryKindThatIsChecked() {
		assertThat(snippets()).extracting(Snippet::language)
			.contains("yaml", "properties", "java", "xml", "json", "http", "kotlin");
	}

}
