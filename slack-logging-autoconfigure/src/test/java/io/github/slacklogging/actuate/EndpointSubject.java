package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.Map;

import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The endpoint as a test asks it, and its answers as JSON. */
final class EndpointSubject {

	private static final JsonMapper JSON = new JsonMapper();

	private final SlackLoggingEndpoint endpoint;

	EndpointSubject(PipelineView view) {
		this(view, Duration.ofMinutes(1));
	}

	EndpointSubject(PipelineView view, Duration patience) {
		this.endpoint = new SlackLoggingEndpoint(view, new SlackLoggingEndpoint.Settings(patience, patience, true),
				() -> 0);
	}

	JsonNode status() {
		return JSON.valueToTree(this.endpoint.status());
	}

	@Nullable JsonNode kind(String fingerprint) {
		EndpointKind kind = this.endpoint.kind(fingerprint);
		return (kind != null) ? JSON.valueToTree(kind) : null;
	}

	/** The answer, and as {@code http} its status on the web. */
	JsonNode order(Map<String, String> body) {
		EndpointReply reply = this.endpoint.reply(new EndpointOrder(body.get("action"), body.get("destination"),
				body.get("fingerprint"), body.get("logger"), body.get("for")));
		ObjectNode answer = JSON.valueToTree(reply.answer());
		return answer.put("http", reply.status());
	}

}
