package io.github.slacklogging.it.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.autoconfigure.ConfigurationProblems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page names in passing, in its text, its tables and its commands: properties,
 * environment variables, meters, loggers and tests.
 */
class NameTests {

	private static final Pattern PROPERTY = Pattern
		.compile("(?<![\\w./])slack\\.logging\\.([a-z][\\w.<>\\[\\]-]*[\\w>\\]])(?!\\()");

	private static final Pattern VARIABLE = Pattern.compile("\\bSLACK_LOGGING_([A-Z0-9_]*[A-Z0-9])");

	private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Tests)(?:[.#](\\w+))?`");

	private static final Pattern MODULES = Pattern.compile("\\bmvn [^\n]*?-pl ([\\w,/-]+)");

	private static final Pattern CHOSEN_TESTS = Pattern.compile("-D(?:it\\.)?test='?([\\w,*.]+)");

	private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])\\.ci/[\\w-]+");

	/** Which are no properties. */
	private static final Set<String> LOGGERS = Set.of("dry-run", "diagnostics", "report");

	private static final Set<String> METERS = meters();

	private static final Map<String, Path> TESTS = tests();

	static List<Page> pages() {
		return Pages.present();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyPropertyExists(Page page) {
		assertThat(found(PROPERTY, page)).allSatisfy((name) -> assertThat(isKnown(name)).as(name).isTrue());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyVariableExists(Page page) {
		assertThat(found(VARIABLE, page))
			.allSatisfy((name) -> assertThat(ConfigurationProblems.isVariable(name)).as(name).isTrue());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyTestExists(Page page) throws IOException {
		for (Matcher test = TEST.matcher(text(page)); test.find();) {
			assertThat(TESTS).containsKey(test.group(1));
			if (test.group(2) != null) {
				assertThat(Files.readString(TESTS.get(test.group(1)))).as(test.group())
					.containsPattern("\\bvoid " + test.group(2) + "\\(");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyModuleScriptAndTestOfACommandExists(Page page) {
		assertThat(found(MODULES, page)).flatMap((modules) -> List.of(modules.split(",")))
			.allSatisfy((module) -> assertThat(Pages.ROOT.resolve(module).resolve("pom.xml")).isRegularFile());
		assertThat(found(SCRIPT, page)).allSatisfy((script) -> assertThat(Pages.ROOT.resolve(script)).isRegularFile());
		assertThat(found(CHOSEN_TESTS, page)).flatMap((tests) -> List.of(tests.split(",")))
			.filteredOn((test) -> !test.equals("none"))
			.allSatisfy((test) -> assertThat(TESTS.keySet()).anyMatch((name) -> name.matches(test.replace("*", ".*"))));
	}

	private static boolean isKnown(String name) {
		String typed = name.replace("<name>", "x").replace("[n]", "[0]").replace("[]", "[0]");
		return ConfigurationProblems.isPropertyOrGroup(typed) || LOGGERS.contains(name) || METERS.contains(name);
	}

	private static Set<String> found(Pattern pattern, Page page) {
		return pattern.matcher(text(page))
			.results()
			.map((result) -> result.group(Math.min(1, result.groupCount())))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Without what shows how a mistake is told. */
	private static String text(Page page) {
		return page.lines().stream().filter((line) -> !line.contains("Nobody reads")).collect(Collectors.joining("\n"));
	}

	/** The table of them is written by a test of the sample. */
	private static Set<String> meters() {
		return Pages.of("docs/monitoring/README.md")
			.lines()
			.stream()
			.map(Pattern.compile("^\\| `slack\\.logging\\.([\\w.]+)` \\|.*")::matcher)
			.filter(Matcher::matches)
			.map((matcher) -> matcher.group(1))
			.collect(Collectors.toSet());
	}

	private static Map<String, Path> tests() {
		return Stream
			.of("slack-logging-inbox", "slack-logging-autoconfigure", "sample-app", "integration-tests/harness",
					"integration-tests/documents")
			.flatMap((module) -> Pages.files(Pages.ROOT.resolve(module).resolve("src"), 20).stream())
			.filter((file) -> file.toString().matches(".*(Tests|Fuzzer)\\.java"))
			.collect(Collectors.toMap((file) -> file.getFileName().toString().replace(".java", ""), (file) -> file,
					(first, second) -> first));
	}

}
