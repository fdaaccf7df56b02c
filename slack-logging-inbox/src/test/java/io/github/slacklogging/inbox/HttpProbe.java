package io.github.slacklogging.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A plain HTTP client for tests; knows nothing of Slack. */
final class HttpProbe {

	private final HttpClient client;

	private final Duration timeout;

	HttpProbe() {
		this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build(),
				Duration.ofSeconds(20));
	}

	private HttpProbe(HttpClient client, Duration timeout) {
		this.client = client;
		this.timeout = timeout;
	}

	HttpProbe within(Duration timeout) {
		return new HttpProbe(this.client, timeout);
	}

	HttpResponse<String> post(URI url, String json) throws IOException, InterruptedException {
		return post(url, "application/json; charset=utf-8", json);
	}

	HttpResponse<String> post(URI url, String contentType, String body, String... headers)
			throws IOException, InterruptedException {
		return post(url, contentType, HttpRequest.BodyPublishers.ofString(body), headers);
	}

	HttpResponse<String> post(URI url, String contentType, HttpRequest.BodyPublisher body, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(url)
			.timeout(this.timeout)
			.header("Content-Type", contentType)
			.POST(body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<String> put(URI url, String body) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(url)
			.timeout(this.timeout)
			.PUT(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<String> api(SlackInbox inbox, String method, String json) throws IOException, InterruptedException {
		return post(inbox.apiUrl().resolve(method), "application/json; charset=utf-8", json, "Authorization",
				"Bearer " + inbox.botToken());
	}

	HttpResponse<String> get(URI url) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(url).timeout(this.timeout).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	/** Any method, with a body of JSON unless it is empty, and with these headers. */
	HttpResponse<String> send(String method, URI url, String json, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(this.timeout);
		if (json.isEmpty()) {
			request.method(method, HttpRequest.BodyPublishers.noBody());
		}
		else {
			request.method(method, HttpRequest.BodyPublishers.ofString(json))
				.header("Content-Type", "application/json");
		}
		for (int i = 0; i + 1 < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
