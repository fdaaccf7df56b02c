package io.github.slacklogging.inbox.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;

import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;

/** An application that talks to an inbox by what it tells everybody. */
final class Posts {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private Posts() {
	}

	/** Posts a text to a webhook; gives the status. */
	static int text(URI webhook, String text) {
		return json(webhook, Json.object().put("text", text).build().write());
	}

	static int json(URI webhook, String json) {
		return send(HttpRequest.newBuilder(webhook).header("Content-Type", "application/json"), json).statusCode();
	}

	/** Calls the Web API; gives the id of the message. */
	static String call(SlackInbox inbox, String method, String json) {
		HttpRequest.Builder request = HttpRequest.newBuilder(inbox.apiUrl().resolve(method))
			.header("Content-Type", "application/json; charset=utf-8")
			.header("Authorization", "Bearer " + inbox.botToken());
		try {
			return Objects.requireNonNullElse(Json.read(send(request, json).body()).text("ts"), "");
		}
		catch (MalformedJsonException ex) {
			throw new AssertionError(ex);
		}
	}

	private static HttpResponse<String> send(HttpRequest.Builder request, String json) {
		try {
			return CLIENT.send(request.POST(HttpRequest.BodyPublishers.ofString(json)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
