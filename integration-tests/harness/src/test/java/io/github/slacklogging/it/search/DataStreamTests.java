package io.github.slacklogging.it.search;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class DataStreamTests {

	@Test
	void documentsArriveInADataStreamWithItsTemplate() {
		String stream = "logs-stream";
		SearchNode node = SearchNode.shared();
		try (ShippingScenario scenario = new ShippingScenario("")) {
			ShippingRun run = scenario.start(node.uri(), "--slack.logging.opensearch.data-stream=" + stream);
			run.log(700);
			run.settleWithoutLoss();
			ShippedLines shipped = ShippedLines.in(node, stream);
			shipped.assertOnceEach(700);
			assertThat(shipped.with("labels")).isEqualTo(700);
			JsonNode made = node.get("/_data_stream/" + stream).ok().json().path("data_streams").path(0);
			assertThat(made.path("template").asString()).isEqualTo("slack-logging-" + stream);
			JsonNode mapping = node.get("/" + stream + "/_mapping").ok().json();
			assertThat(mapping.propertyNames()).singleElement().asString().startsWith(".ds-" + stream + "-");
			assertThat(mapping.findPath("labels").path("type").asString()).isEqualTo("flat_object");
			assertThat(mapping.findPath("@timestamp").path("type").asString()).isEqualTo("date_nanos");
		}
	}

	@Test
	void eventsOfAStreamArriveOnceThroughARollover() {
		String stream = "logs-rolled";
		SearchNode node = SearchNode.shared();
		try (ShippingScenario scenario = new ShippingScenario("")) {
			ShippingRun run = scenario.start(node.uri(), "--slack.logging.opensearch.data-stream=" + stream);
			run.log(300);
			run.settleWithoutLoss();
			node.post("/" + stream + "/_rollover", "").ok();
			run.log(300);
			run.settleWithoutLoss();
			ShippedLines.in(node, stream).assertOnceEach(600);
			assertThat(node.get("/" + stream + "/_mapping").ok().json()).hasSize(2);
		}
	}

}
