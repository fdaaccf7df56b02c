package io.github.slacklogging.opensearch;

import java.nio.charset.StandardCharsets;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The two lines of a document, read by another reader than the one that wrote them.
 *
 * @param action what to do
 * @param source the document
 */
record WrittenDocument(JsonNode action, JsonNode source) {

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
		.build();

	static WrittenDocument of(Document document) {
		String text = new String(document.lines(), StandardCharsets.UTF_8);
		assertThat(text.getBytes(StandardCharsets.UTF_8)).as("well-formed UTF-8").isEqualTo(document.lines());
		assertThat(text).endsWith("}\n");
		String[] lines = text.split("\n", -1);
		assertThat(lines).as("two lines and nothing behind them").hasSize(3).endsWith("");
		return new WrittenDocument(JSON.readTree(lines[0]), JSON.readTree(lines[1]));
	}

	String text(String field) {
		return this.source.path(field).asString("(no such field)");
	}

	JsonNode labels() {
		return this.source.path("labels");
	}

	/** Missing where there are none. */
	JsonNode labelsText() {
		return this.source.has("labels_text") ? JSON.readTree(text("labels_text")) : labels();
	}

}
