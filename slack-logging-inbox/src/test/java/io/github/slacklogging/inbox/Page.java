package io.github.slacklogging.inbox;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Objects;

import io.github.slacklogging.inbox.json.Json;

/** The inbox's page, as far as it talks to the inbox, for tests. */
final class Page {

	private final SlackInbox inbox;

	private final HttpProbe probe = new HttpProbe();

	Page(SlackInbox inbox) {
		this.inbox = inbox;
	}

	HttpResponse<String> send(String method, String path, String json) throws Exception {
		return this.probe.send(method, URI.create(this.inbox.url() + path.substring(1)), json, "Sec-Fetch-Site",
				"same-origin");
	}

	Json get(String path) throws Exception {
		return good(send("GET", path, ""));
	}

	Json post(String path, String json) throws Exception {
		return good(send("POST", path, json));
	}

	Json delete(String path) throws Exception {
		return good(send("DELETE", path, ""));
	}

	/** The sentence with which the inbox refuses. */
	String refusal(int status, String method, String path, String json) throws Exception {
		HttpResponse<String> answer = send(method, path, json);
		if (answer.statusCode() != status) {
			throw new AssertionError(answer.statusCode() + " " + answer.body());
		}
		return Objects.requireNonNull(Json.read(answer.body()).text("error"));
	}

	/** What lies in an answer, by names and indexes. */
	static Json in(Json json, Object... path) {
		Json found = json;
		for (Object step : path) {
			found = (step instanceof Integer index) ? found.items().get(index)
					: Objects.requireNonNull(found.get(step.toString()), () -> "no " + step + " in " + json.write());
		}
		return found;
	}

	static String text(Json json, Object... path) {
		return (in(json, path) instanceof Json.Text text) ? text.value() : in(json, path).write();
	}

	private static Json good(HttpResponse<String> answer) throws Exception {
		if (answer.statusCode() != 200) {
			throw new AssertionError(answer.statusCode() + " " + answer.body());
		}
		return Json.read(answer.body());
	}

}
