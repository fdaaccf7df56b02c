package io.github.slacklogging.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ready-made monitoring, as its users take it. */
final class MonitoringFolder {

	static final Path DOCS = Path.of("../docs");

	private MonitoringFolder() {
	}

	static String read(Path file) {
		try {
			return Files.readString(DOCS.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The alert rules. */
	static List<Rule> rules() {
		Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml()
			.load(read(Path.of("monitoring/alerts.yml")));
		return Objects.requireNonNull(file.get("groups"))
			.stream()
			.flatMap((group) -> Objects.requireNonNull(group.get("rules")).stream())
			.map(Rule::of)
			.toList();
	}

	static JsonNode dashboard() {
		return new JsonMapper().readTree(read(Path.of("monitoring/grafana-dashboard.json")));
	}

	/** The dashboard's panels, without the rows between them. */
	static List<JsonNode> panels() {
		return dashboard().path("panels")
			.valueStream()
			.filter((panel) -> !panel.path("type").asString().equals("row"))
			.toList();
	}

	/** What the dashboard's panels ask Prometheus. */
	static List<PromQuery> panelQueries() {
		return panels().stream()
			.flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> PromQuery.of(target.path("expr").asString()))
			.toList();
	}

	/** All that rules and dashboard ask Prometheus. */
	static List<PromQuery> queries() {
		return Stream.concat(rules().stream().map(Rule::query), panelQueries().stream()).toList();
	}

	/**
	 * One alert rule.
	 *
	 * @param alert its name
	 * @param query when it fires
	 * @param labels that it adds
	 * @param annotations for people
	 */
	record Rule(String alert, PromQuery query, Map<String, String> labels, Map<String, String> annotations) {

		@SuppressWarnings("unchecked")
		private static Rule of(Map<String, Object> rule) {
			return new Rule((String) Objects.requireNonNull(rule.get("alert")),
					PromQuery.of((String) Objects.requireNonNull(rule.get("expr"))),
					(Map<String, String>) Objects.requireNonNull(rule.get("labels")),
					(Map<String, String>) Objects.requireNonNull(rule.get("annotations")));
		}

	}

}
