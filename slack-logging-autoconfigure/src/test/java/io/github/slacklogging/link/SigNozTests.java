package io.github.slacklogging.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SigNozTests extends LogStoreContract {

	@Override
	LogStore store(LinkParts parts) {
		return new SigNoz(parts, names());
	}

	@Override
	FieldNames names() {
		return SigNoz.NAMES;
	}

	@Override
	Map<LinkPart, String> parts() {
		return Map.of(LinkPart.BASE_URL, "https://signoz.example.com");
	}

	@Override
	Decoded decode(String address) {
		Map<String, String> parameters = AddressReader
			.parameters(AddressReader.after("https://signoz.example.com/logs/logs-explorer?", address), "&");
		assertThat(parameters.keySet()).containsExactly("compositeQuery", "timeRange", "startTime", "endTime",
				"options");
		JsonNode query = json(AddressReader.decoded(parameters.getOrDefault("compositeQuery", "")));
		assertThat(query.get("queryType").asString()).isEqualTo("builder");
		JsonNode logs = query.get("builder").get("queryData").get(0);
		assertThat(logs.get("dataSource").asString()).isEqualTo("logs");
		JsonNode range = json(parameters.getOrDefault("timeRange", ""));
		assertThat(parameters).containsEntry("startTime", range.get("start").asString())
			.containsEntry("endTime", range.get("end").asString());
		assertThat(json(parameters.getOrDefault("options", "")).get("selectColumns")).isEmpty();
		return new Decoded(read(logs.get("filter").get("expression").asString()),
				Instant.ofEpochMilli(range.get("start").asLong()), Instant.ofEpochMilli(range.get("end").asLong()),
				parts(), List.of());
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

	private static Predicate<Map<String, String>> read(String text) {
		QueryReader query = new QueryReader(text);
		Predicate<Map<String, String>> comparisons = comparison(query);
		while (!query.atEnd()) {
			comparisons = comparisons.and(comparison(query.expect(" AND ")));
		}
		return comparisons;
	}

	/** By the grammar of the product: a key, an operator, a text in quotes. */
	private static Predicate<Map<String, String>> comparison(QueryReader query) {
		String key = query.word("[a-zA-Z][a-zA-Z0-9_:-]*(\\.[a-zA-Z][a-zA-Z0-9_:-]*)*");
		if (query.skip(" CONTAINS ")) {
			String part = query.plainlyQuoted('\'');
			return (event) -> event.getOrDefault(key, "").contains(part);
		}
		String value = query.expect(" = ").plainlyQuoted('\'');
		return (event) -> value.equals(event.get(key));
	}

}
