package io.github.slacklogging.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Asks this application from outside, as a customer or an operator would. Thread-safe;
 * waits for the answer.
 */
@Component
class OwnServer {

	private final Environment environment;

	private final JsonMapper json;

	private final HttpClient client = HttpClient.newHttpClient();

	OwnServer(Environment environment, JsonMapper json) {
		this.environment = environment;
		this.json = json;
	}

	/** The status of the answer. */
	int get(String path) {
		return send(HttpRequest.newBuilder(here(path)).build()).statusCode();
	}

	/** An order to the endpoint {@code slacklogging}, and its answer. */
	JsonNode order(String body) {
		HttpRequest request = HttpRequest.newBuilder(here("/actuator/slacklogging"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build();
		return this.json.readTree(send(request).body());
	}

	private URI here(String path) {
		return URI.create("http://localhost:" + this.environment.getRequiredProperty("local.server.port") + path);
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for " + request.uri(), ex);
		}
	}

}
