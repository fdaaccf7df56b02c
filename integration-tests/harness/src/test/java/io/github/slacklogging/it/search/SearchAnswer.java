package io.github.slacklogging.it.search;

import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node answered. Immutable.
 *
 * @param status of HTTP
 * @param body as it came
 */
public record SearchAnswer(int status, String body) {

	private static final JsonMapper JSON = new JsonMapper();

	static SearchAnswer of(HttpResponse<String> response) {
		return new SearchAnswer(response.statusCode(), response.body());
	}

	/** The body, parsed; not every answer has one that is JSON. */
	public JsonNode json() {
		return JSON.readTree(this.body);
	}

	/** This answer if it is a good one; else the test fails. */
	public SearchAnswer ok() {
		if (this.status / 100 != 2) {
			throw new AssertionError(this);
		}
		return this;
	}

}
