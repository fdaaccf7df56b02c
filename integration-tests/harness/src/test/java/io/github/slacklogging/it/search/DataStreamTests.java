package io.github.slacklogging.it.search;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class DataStreamTests {

	private static final String STREAM = "logs-stream";

	@TempDir
	private Path data;

	@Test
	void documentsArriveInADataStreamWithItsTemplate() {
		try (SearchNode node = SearchNode.start(this.data); ShippingScenario scenario = new ShippingScenario("")) {
			ShippingRun run = scenario.start(node.uri(), "--slack.logging.opensearch.data-stream=" + STREAM);
			run.log(700);
			run.settleWithoutLoss();
			ShippedLines shipped = ShippedLines.in(node, STREAM);
			shipped.assertOnceEach(700);
			assertThat(shipped.with("labels")).isEqualTo(700);
			JsonNode stream = node.get("/_data_stream/" + STREAM).ok().json().path("data_streams").path(0);
			assertThat(stream.path("template").asString()).isEqualTo("slack-logging-" + STREAM);
			JsonNode mapping = node.get("/" + STREAM + "/_mapping").ok().json();
			assertThat(mapping.propertyNames()).singleElement().asString().startsWith(".ds-" + STREAM + "-");
			assertThat(mapping.findPath("labels").path("type").asString()).isEqualTo("flat_object");
			assertThat(mapping.findPath("@timestamp").path("type").asString()).isEqualTo("date_nanos");
		}
	}

	@Test
	void eventsOfAStreamArriveOnceThroughARollover() {
		try (SearchNode node = SearchNode.start(this.data); ShippingScenario scenario = new ShippingScenario("")) {
			ShippingRun run = scenario.start(node.uri(), "--slack.logging.opensearch.data-stream=" + STREAM);
			run.log(300);
			run.settleWithoutLoss();
			node.post("/" + STREAM + "/_rollover", "").ok();
			run.log(300);
			run.settleWithoutLoss();
			ShippedLines.in(node, STREAM).assertOnceEach(600);
			assertThat(node.get("/" + STREAM + "/_mapping").ok().json()).hasSize(2);
		}
	}

}
