package io.github.slacklogging.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells the inbox how its Slack shall misbehave, as the panel of its page does.
 * Thread-safe; waits for the answer. Each method returns a sentence about what holds now.
 */
@Component
class InboxFaults {

	private static final String NO_INBOX = "There is no inbox to tell: messages go to a Slack of your own.";

	private final String apiUrl;

	private final JsonMapper json;

	private final HttpClient client = HttpClient.newHttpClient();

	InboxFaults(@Value("${slack.logging.api-url:}") String apiUrl, JsonMapper json) {
		this.apiUrl = apiUrl;
		this.json = json;
	}

	String everyCallFails() {
		return begin(Map.of("kind", "error500"), "Slack answers every call with an error.");
	}

	String nextPostIsSlow(Duration time) {
		return begin(next("slow", time), "Slack takes %d seconds.".formatted(time.toSeconds()));
	}

	String nextPostIsRefused(Duration patience) {
		return begin(next("throttle", patience), "Slack wants %d seconds of patience.".formatted(patience.toSeconds()));
	}

	String end() {
		return tell("DELETE", "", "Slack answers as it should.");
	}

	private static Map<String, Object> next(String kind, Duration time) {
		Map<String, Object> fault = new LinkedHashMap<>();
		fault.put("kind", kind);
		fault.put("seconds", time.toSeconds());
		fault.put("method", "chat.postMessage");
		fault.put("times", 1);
		return fault;
	}

	private String begin(Map<String, Object> fault, String sentence) {
		return tell("POST", this.json.writeValueAsString(fault), sentence);
	}

	private String tell(String method, String body, String sentence) {
		if (!this.apiUrl.startsWith("http://localhost:")) {
			return NO_INBOX;
		}
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.apiUrl).resolve("/faults"))
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(body))
			.build();
		int status = send(request).statusCode();
		return (status < 300) ? sentence : "The inbox answered " + status + ".";
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("The inbox cannot be reached at " + request.uri(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the inbox", ex);
		}
	}

}
