package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/** The web page: three files, the messages as JSON, and the button that clears them. */
final class PageEndpoint implements HttpHandler {

	private static final Map<String, String> TYPES = Map.of("/", "text/html; charset=utf-8", "/inbox.css",
			"text/css; charset=utf-8", "/inbox.js", "text/javascript; charset=utf-8");

	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
					+ "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy",
			"same-origin", "Cross-Origin-Opener-Policy", "same-origin", "X-Frame-Options", "DENY", "Cache-Control",
			"no-store");

	private final MessageStore store;

	private final RequestLog log;

	private final Runnable clear;

	private final Delivery delivery;

	PageEndpoint(MessageStore store, RequestLog log, Runnable clear, Delivery delivery) {
		this.store = store;
		this.log = log;
		this.clear = clear;
		this.delivery = delivery;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		HEADERS.forEach(exchange.getResponseHeaders()::set);
		this.delivery.send(exchange, answer(exchange), Reply.ok());
	}

	private Answer answer(HttpExchange exchange) throws IOException {
		String method = exchange.getRequestMethod();
		String path = exchange.getRequestURI().getPath();
		if (path.equals("/clear")) {
			if (!method.equals("POST")) {
				return Answer.text(405, "POST only").with("Allow", "POST");
			}
			this.clear.run();
			return Answer.json(200, Json.object().put("ok", Json.of(true)).build());
		}
		if (!method.equals("GET") && !method.equals("HEAD")) {
			return Answer.text(405, "GET only").with("Allow", "GET, HEAD");
		}
		if (path.equals("/messages")) {
			return Answer.json(200, PageJson.of(this.store.messages(), this.log.requests()));
		}
		byte[] file = TYPES.containsKey(path) ? resource(path.equals("/") ? "/inbox.html" : path) : null;
		return (file == null) ? Answer.text(404, "There is nothing here. The page is at /.")
				: new Answer(200, TYPES.getOrDefault(path, ""), file, Map.of(), null);
	}

	private static byte @Nullable [] resource(String name) throws IOException {
		try (InputStream in = PageEndpoint.class.getResourceAsStream("page" + name)) {
			return (in != null) ? in.readAllBytes() : null;
		}
	}

}
