package io.github.slacklogging.inbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;

/**
 * A request of the page and the way its answer takes. For one thread.
 */
final class PageExchange {

	/** For what people click; a whole inbox is larger. */
	private static final int MAX_BODY = 64 * 1024;

	private final HttpExchange exchange;

	private final Delivery delivery;

	PageExchange(HttpExchange exchange, Delivery delivery) {
		this.exchange = exchange;
		this.delivery = delivery;
	}

	HttpExchange raw() {
		return this.exchange;
	}

	String method() {
		return this.exchange.getRequestMethod();
	}

	/**
	 * What the browser says of the site that asks, {@code Sec-Fetch-Site}; empty if
	 * nothing.
	 */
	String site() {
		return Objects.requireNonNullElse(this.exchange.getRequestHeaders().getFirst("Sec-Fetch-Site"), "");
	}

	/** Decoded, without the query. */
	String path() {
		return this.exchange.getRequestURI().getPath();
	}

	/** What stands behind the last slash. */
	String lastSegment() {
		return path().substring(path().lastIndexOf('/') + 1);
	}

	/** A parameter of the query; empty if there is none. */
	String query(String name) {
		String query = Objects.requireNonNullElse(this.exchange.getRequestURI().getRawQuery(), "");
		return Call.form(query).getOrDefault(name, "");
	}

	Json.Obj json() throws IOException, PageRefusal {
		return json(MAX_BODY);
	}

	/**
	 * The body. It must say that it is JSON: no form of another site can, and no script
	 * there without asking first.
	 */
	Json.Obj json(int maxBytes) throws IOException, PageRefusal {
		Call call = Call.read(this.exchange, maxBytes);
		if (!call.mediaType().equals("application/json")) {
			throw new PageRefusal(415, "Send it as application/json.");
		}
		if (call.isTooLarge()) {
			throw new PageRefusal(413, "More than " + inWords(maxBytes) + " are not taken here.");
		}
		Optional<String> body = call.bodyAsUtf8();
		try {
			if (body.isPresent() && Json.read(body.get()) instanceof Json.Obj object) {
				return object;
			}
		}
		catch (MalformedJsonException ex) {
			throw new PageRefusal(400, "This is no JSON: " + ex.getMessage() + ".");
		}
		throw new PageRefusal(400, body.isEmpty() ? "This is not UTF-8." : "This is no JSON object.");
	}

	private static String inWords(int bytes) {
		int megabyte = 1024 * 1024;
		return (bytes >= megabyte) ? bytes / megabyte + " MB" : bytes / 1024 + " kB";
	}

	/** Makes sure that a request without arguments is none that a form can make. */
	void expectNoForm() throws PageRefusal {
		String type = this.exchange.getRequestHeaders().getFirst("Content-Type");
		if (type != null && !type.startsWith("application/json")) {
			throw new PageRefusal(415, "Send it as application/json, or without a body.");
		}
	}

	void send(Json json) throws IOException {
		send(Answer.json(200, json));
	}

	void send(Answer answer) throws IOException {
		this.delivery.send(this.exchange, answer, Reply.ok());
	}

	/** Sends JSON that is too long to be held as one text. */
	void stream(Map<String, String> headers, Writing writing) throws IOException {
		try (this.exchange) {
			this.exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
			headers.forEach(this.exchange.getResponseHeaders()::set);
			boolean headersOnly = method().equals("HEAD");
			this.exchange.sendResponseHeaders(200, headersOnly ? -1 : 0);
			if (!headersOnly) {
				Writer out = new BufferedWriter(
						new OutputStreamWriter(this.exchange.getResponseBody(), StandardCharsets.UTF_8));
				writing.to(out);
				out.flush();
				out.close();
			}
		}
	}

	/** Writes an answer piece by piece. */
	@FunctionalInterface
	interface Writing {

		void to(Writer out) throws IOException;

	}

}
