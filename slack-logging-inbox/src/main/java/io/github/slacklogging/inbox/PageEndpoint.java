package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The web page: its files, the messages as JSON, and the button that clears them. A
 * permalink, {@code /archives/…}, is the page too; it finds the message itself.
 */
final class PageEndpoint implements HttpHandler {

	/** Where the page may be found. */
	private static final Pattern PAGE = Pattern.compile("/|/archives/[A-Z0-9]+/p[0-9]+");

	private static final Set<String> SCRIPTS = Set.of("/inbox.js", "/blocks.js", "/dom.js", "/emoji.js", "/message.js",
			"/mrkdwn.js", "/state.js", "/thread.js");

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
		String type = typeOf(path);
		byte[] file = type.isEmpty() ? null : resource(type.startsWith("text/html") ? "/inbox.html" : path);
		return (file == null) ? Answer.text(404, "There is nothing here. The page is at /.")
				: new Answer(200, type, file, Map.of(), null);
	}

	/** Empty for what is not served. */
	private static String typeOf(String path) {
		if (SCRIPTS.contains(path)) {
			return "text/javascript; charset=utf-8";
		}
		if (path.equals("/inbox.css")) {
			return "text/css; charset=utf-8";
		}
		return PAGE.matcher(path).matches() ? "text/html; charset=utf-8" : "";
	}

	private static byte @Nullable [] resource(String name) throws IOException {
		try (InputStream in = PageEndpoint.class.getResourceAsStream("page" + name)) {
			return (in != null) ? in.readAllBytes() : null;
		}
	}

}
