package io.github.slacklogging.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HoneycombTests extends LogStoreContract {

	@Override
	LogStore store(LinkParts parts) {
		return new Honeycomb(parts, names());
	}

	@Override
	FieldNames names() {
		return Honeycomb.NAMES;
	}

	@Override
	Map<LinkPart, String> parts() {
		return Map.of(LinkPart.SITE, "eu1.honeycomb.io", LinkPart.TEAM, "acme", LinkPart.WORKSPACE, "prod",
				LinkPart.DATASET, "orders-api");
	}

	@Override
	Set<LinkPart> hosts() {
		return Set.of(LinkPart.SITE);
	}

	@Override
	List<String> columns() {
		return List.of("severity_text", "library.name", "body");
	}

	@Override
	Decoded decode(String address) {
		String rest = AddressReader.after("https://ui.eu1.honeycomb.io/", address);
		int mark = rest.indexOf('?');
		String[] path = rest.substring(0, mark).split("/");
		assertThat(path).hasSize(5);
		assertThat(List.of(path[1], path[3])).containsExactly("environments", "datasets");
		Map<String, String> parameters = AddressReader.parameters(rest.substring(mark + 1), "&");
		assertThat(parameters.keySet()).containsExactly("query");
		JsonNode query = JsonMapper.shared().readTree(parameters.getOrDefault("query", ""));
		assertThat(query.has("time_range")).as("two fields for time at most").isFalse();
		assertThat(query.get("filter_combination").asString()).isEqualTo("AND");
		return new Decoded(read(query), Instant.ofEpochSecond(query.get("start_time").asLong()),
				Instant.ofEpochSecond(query.get("end_time").asLong()),
				Map.of(LinkPart.SITE, "eu1.honeycomb.io", LinkPart.TEAM, AddressReader.decoded(path[0]),
						LinkPart.WORKSPACE, AddressReader.decoded(path[2]), LinkPart.DATASET,
						AddressReader.decoded(path[4])),
				columns(query));
	}

	private static List<String> columns(JsonNode query) {
		List<String> columns = new ArrayList<>();
		query.path("breakdowns").forEach((column) -> columns.add(column.asString()));
		return columns;
	}

	private static Predicate<Map<String, String>> read(JsonNode query) {
		Predicate<Map<String, String>> filters = (event) -> true;
		for (JsonNode filter : query.get("filters")) {
			String column = filter.get("column").asString();
			String value = filter.get("value").asString();
			filters = filters.and(filter.get("op").asString().equals("contains")
					? (event) -> event.getOrDefault(column, "").contains(value)
					: (event) -> value.equals(event.get(column)));
		}
		return filters;
	}

	@Test
	void teamOfTheClassicKindHasNoEnvironment() {
		LinkParts parts = new LinkParts(Map.of(LinkPart.TEAM, "acme", LinkPart.DATASET, "orders"));

		assertThat(store(parts).address(question(new Criterion.Is(LogField.LOG_ID, "1")), false))
			.startsWith("https://ui.honeycomb.io/acme/datasets/orders?query=");
	}

}
