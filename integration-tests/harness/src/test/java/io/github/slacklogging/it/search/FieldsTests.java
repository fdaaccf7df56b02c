package io.github.slacklogging.it.search;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever callers call what they tell, the index has the fields that it had before. */
@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class FieldsTests {

	private static final String INDEX = "logs-fields";

	private static final int LABELS = 2_000;

	@Test
	void thousandsOfNamesMakeNoField() {
		SearchNode node = SearchNode.shared();
		try (ShippingScenario scenario = new ShippingScenario(INDEX)) {
			ShippingRun run = scenario.start(node.uri());
			run.log(1);
			run.settleWithoutLoss();
			int before = node.fieldCount(INDEX);
			assertThat(before).as("Fields of the template").isBetween(20, 40);
			int hostile = run.logLabels(LABELS);
			assertThat(hostile).isBetween(100, LABELS / 2);
			run.settleWithoutLoss();
			ShippedLines shipped = ShippedLines.in(node, INDEX);
			assertThat(node.fieldCount(INDEX)).isEqualTo(before);
			assertThat(shipped.documents()).hasSize(1 + LABELS);
			assertThat(shipped.with("labels")).isEqualTo(1 + LABELS);
			assertThat(shipped.with("labels_text")).isZero();
			assertThat(only(node, "labels.user-1234", "value-1234").path("message").asString()).isEqualTo("Label 1234");
			assertThat(only(node, "labels.order-7", "7").path("message").asString()).isEqualTo("Label 7");
		}
	}

	/** The one document in which a field has this value. */
	private static JsonNode only(SearchNode node, String field, String value) {
		JsonNode hits = node.post("/" + INDEX + "/_search", """
				{"query": {"match": {"%s": "%s"}}}""".formatted(field, value)).ok().json().path("hits").path("hits");
		assertThat(hits).as(field).hasSize(1);
		return hits.path(0).path("_source");
	}

}
