package io.github.slacklogging.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.json.JsonWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class GrafanaLokiTests extends LogStoreContract {

	/**
	 * A filter cannot tell a lone sign from those that JSON itself writes into a line.
	 */
	static List<String> values() {
		return withWords(LogStoreContract.values());
	}

	static List<String> phrases() {
		return withWords(LogStoreContract.phrases());
	}

	private static List<String> withWords(List<String> values) {
		return values.stream().filter((value) -> value.chars().anyMatch(Character::isLetterOrDigit)).toList();
	}

	@Override
	LogStore store(LinkParts parts) {
		return new GrafanaLoki(parts, names());
	}

	@Override
	FieldNames names() {
		return GrafanaLoki.NAMES;
	}

	@Override
	Map<LinkPart, String> parts() {
		return Map.of(LinkPart.BASE_URL, "https://grafana.example.com/g", LinkPart.DATASOURCE_UID, "P8E80F9AEF21F6940",
				LinkPart.ORG, "3");
	}

	/** Line filters find what ends with the value, too. */
	@Override
	boolean isExact() {
		return false;
	}

	@Override
	Decoded decode(String address) {
		Map<String, String> parameters = AddressReader
			.parameters(AddressReader.after("https://grafana.example.com/g/explore?", address), "&");
		assertThat(parameters.keySet()).containsExactly("schemaVersion", "orgId", "panes");
		assertThat(parameters).containsEntry("schemaVersion", "1");
		JsonNode pane = JsonMapper.shared().readTree(parameters.getOrDefault("panes", "")).get("slk");
		JsonNode query = pane.get("queries").get(0);
		assertThat(query.get("datasource").get("type").asString()).isEqualTo("loki");
		assertThat(query.get("datasource").get("uid")).isEqualTo(pane.get("datasource"));
		assertThat(query.get("queryType").asString()).isEqualTo("range");
		return new Decoded(read(query.get("expr").asString()), moment(pane, "from"), moment(pane, "to"),
				Map.of(LinkPart.BASE_URL, "https://grafana.example.com/g", LinkPart.DATASOURCE_UID,
						pane.get("datasource").asString(), LinkPart.ORG, parameters.getOrDefault("orgId", "")),
				List.of());
	}

	private static Instant moment(JsonNode pane, String name) {
		return Instant.ofEpochMilli(Long.parseLong(pane.get("range").get(name).asString()));
	}

	/** A line must be found in both of its forms, or in none. */
	private static Predicate<Map<String, String>> read(String expression) {
		QueryReader reader = new QueryReader(expression).expect("{service_name");
		Predicate<Map<String, String>> labels = labels(reader);
		Predicate<String> line = (any) -> true;
		while (!reader.atEnd()) {
			boolean pattern = !reader.expect(" ").skip("|= ");
			if (pattern) {
				reader.expect("|~ ");
			}
			String filter = reader.quotedOnOneLine('"');
			line = line
				.and(pattern ? Pattern.compile(filter).asPredicate() : (candidate) -> candidate.contains(filter));
		}
		Predicate<String> filters = line;
		return labels.and((event) -> {
			boolean found = filters.test(plain(event));
			assertThat(filters.test(json(event))).isEqualTo(found);
			return found;
		});
	}

	private static Predicate<Map<String, String>> labels(QueryReader reader) {
		if (reader.skip("=~\".+\"}")) {
			return (event) -> true;
		}
		String service = reader.expect("=").quotedOnOneLine('"');
		reader.expect("}");
		return (event) -> service.equals(event.getOrDefault("service_name", ""));
	}

	private static String plain(Map<String, String> event) {
		return String.join("/", line(event).values());
	}

	private static String json(Map<String, String> event) {
		return JsonWriter.<Map<String, String>>of(
				(members) -> members.add().as(GrafanaLokiTests::line).usingPairs((line, pairs) -> line.forEach(pairs)))
			.writeToString(event);
	}

	/**
	 * Between signs of paragraphs, so that no quote of the line itself stands beside a
	 * value.
	 */
	private static Map<String, String> line(Map<String, String> event) {
		Map<String, String> line = new HashMap<>(event);
		line.remove("service_name");
		line.replaceAll((name, value) -> "\u00a7" + value + "\u00a7");
		return line;
	}

	@Test
	void plainValueIsAPlainFilter() {
		String expression = new LogQl(names())
			.query(question(new Criterion.Is(LogField.SERVICE, "orders"), new Criterion.Is(LogField.LOG_ID, "a-1")));

		assertThat(expression).isEqualTo("{service_name=\"orders\"} |= \"a-1\" |~ \"a-1\\\\b\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "7k3q9m2x4h8vt-1c", "64f0c1d2a3b4c5d6", "com.acme.Order", "a\"b" })
	void valueThatIsTheBeginningOfAnotherFindsOnlyItself(String value) {
		Predicate<Map<String, String>> query = decode(address(new Criterion.Is(LogField.LOG_ID, value))).query();

		assertThat(query).accepts(event(LogField.LOG_ID, value), event(LogField.MESSAGE, "see " + value + " there"))
			.rejects(event(LogField.LOG_ID, value + "5"), event(LogField.LOG_ID, value + "_"),
					event(LogField.LOG_ID, value + "Service"));
	}

	@Test
	void valueIsFoundInAColouredLine() {
		QueryReader filters = new QueryReader(
				new LogQl(names()).query(question(new Criterion.Is(LogField.LOG_ID, "a-1"))))
			.expect("{service_name=~\".+\"} |= \"a-1\" |~ ");

		assertThat(Pattern.compile(filters.quotedOnOneLine('"')).asPredicate())
			.accepts("\u001b[36ma-1\u001b[0;39m failed")
			.rejects("\u001b[36ma-12\u001b[0;39m failed");
	}

	@Test
	void labelHasTheNameThatLokiGivesIt() {
		FieldNames names = names().with(Map.of(LogField.SERVICE, "service.name"));

		assertThat(new LogQl(names).query(question(new Criterion.Is(LogField.SERVICE, "orders"))))
			.isEqualTo("{service_name=\"orders\"}");
	}

	@Test
	void organisationIsTheFirstWhereNoneIsGiven() {
		LinkParts parts = new LinkParts(
				Map.of(LinkPart.BASE_URL, "https://grafana.example.com", LinkPart.DATASOURCE_UID, "uid"));

		assertThat(store(parts).address(question(new Criterion.Says("x")), false)).contains("&orgId=1&");
	}

}
