package io.github.slacklogging.inbox;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.slacklogging.inbox.json.Json;

/**
 * The web page and all it asks for, by a table of routes; what no route leads to is a
 * file of the page. Only the page itself may ask: other sites may link to it, but neither
 * read nor change anything.
 */
final class PageEndpoint implements HttpHandler {

	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
					+ "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy",
			"same-origin", "Cross-Origin-Opener-Policy", "same-origin", "X-Frame-Options", "DENY", "Cache-Control",
			"no-store");

	/**
	 * What a browser says of a request that the page made, or the person at the address
	 * bar. No header at all: no browser, or an old one, which sends an Origin.
	 */
	private static final Set<String> OWN = Set.of("", "same-origin", "none");

	private final List<Route> routes;

	private final Delivery delivery;

	PageEndpoint(List<Route> routes, Delivery delivery) {
		this.routes = List.copyOf(routes);
		this.delivery = delivery;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		HEADERS.forEach(exchange.getResponseHeaders()::set);
		PageExchange page = new PageExchange(exchange, this.delivery);
		try {
			answer(page);
		}
		catch (PageRefusal ex) {
			Json sentence = Json.object().put("ok", Json.of(false)).put("error", ex.getMessage()).build();
			page.send(Answer.json(ex.status(), sentence));
		}
	}

	private void answer(PageExchange page) throws IOException, PageRefusal {
		List<Route> leading = this.routes.stream().filter((route) -> route.leadsTo(page.path())).toList();
		if (!leading.isEmpty() && !OWN.contains(page.site())) {
			throw new PageRefusal(403, "Another site asked.");
		}
		Optional<Route> route = leading.stream().filter((each) -> each.takes(page.method())).findFirst();
		if (route.isPresent()) {
			route.get().action().answer(page);
		}
		else if (!leading.isEmpty() || !isReading(page)) {
			String allowed = leading.isEmpty() ? "GET"
					: leading.stream().map(Route::method).sorted().collect(Collectors.joining(", "));
			page.raw().getResponseHeaders().set("Allow", allowed.replace("GET", "GET, HEAD"));
			throw new PageRefusal(405, allowed + " only.");
		}
		else {
			PageFiles.serve(page);
		}
	}

	private static boolean isReading(PageExchange page) {
		return page.method().equals("GET") || page.method().equals("HEAD");
	}

}
