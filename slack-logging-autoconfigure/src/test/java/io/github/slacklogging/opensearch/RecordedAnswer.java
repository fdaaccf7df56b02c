package io.github.slacklogging.opensearch;

import java.io.IOException;
import java.io.InputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real node said once, from {@code src/test/resources/opensearch/answers}.
 *
 * @param status of HTTP
 * @param body as JSON
 */
record RecordedAnswer(int status, JsonNode body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static RecordedAnswer of(String name) throws IOException {
		try (InputStream recorded = RecordedAnswer.class.getResourceAsStream("/opensearch/answers/" + name + ".json")) {
			if (recorded == null) {
				throw new IllegalArgumentException("no answer called " + name);
			}
			JsonNode answer = JSON.readTree(recorded);
			return new RecordedAnswer(answer.path("status").asInt(), answer.path("body"));
		}
	}

	/** How many documents it tells of. */
	int items() {
		return this.body.path("items").size();
	}

	String text() {
		return this.body.toString();
	}

}
