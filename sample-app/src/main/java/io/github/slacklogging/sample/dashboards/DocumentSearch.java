package io.github.slacklogging.sample.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Asks the node what OpenSearch Dashboards would ask it: a phrase in KQL is a
 * {@code match_phrase}, the window is a {@code range} of the time field. Thread-safe;
 * blocks until the node has answered.
 */
@Component
@Profile("opensearch")
@EnableConfigurationProperties(DashboardsProperties.class)
class DocumentSearch {

	private static final String TIME = "@timestamp";

	private static final int MOST_DOCUMENTS = 100;

	private final DashboardsProperties dashboards;

	private final RestClient node;

	DocumentSearch(DashboardsProperties dashboards) {
		this.dashboards = dashboards;
		this.node = RestClient.create(dashboards.node());
	}

	/**
	 * Runs a question.
	 * @throws IllegalArgumentException if nobody knows its index pattern
	 */
	FoundDocuments run(Question question) {
		String index = this.dashboards.indexPatterns().get(question.indexPattern());
		if (index == null) {
			throw new IllegalArgumentException("no index pattern with the id " + question.indexPattern());
		}
		Map<String, Object> search = search(question);
		JsonNode found = Objects
			.requireNonNull(this.node.post()
				.uri("/{index}/_search", index)
				.contentType(MediaType.APPLICATION_JSON)
				.body(search)
				.retrieve()
				.body(JsonNode.class))
			.path("hits");
		return new FoundDocuments(question, index, search, found.at("/total/value").asLong(),
				found.path("hits").valueStream().toList());
	}

	private static Map<String, Object> search(Question question) {
		List<Map<String, Object>> filter = new ArrayList<>();
		question.conditions()
			.forEach((condition) -> filter.add(Map.of("match_phrase", Map.of(condition.field(), condition.phrase()))));
		filter.add(Map.of("range",
				Map.of(TIME, Map.of("gte", question.from().toString(), "lte", question.to().toString()))));
		return Map.of("size", MOST_DOCUMENTS, "sort", List.of(Map.of(TIME, "desc")), "query",
				Map.of("bool", Map.of("filter", filter)));
	}

}
