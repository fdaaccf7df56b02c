package io.github.slacklogging.inbox;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites out: a page on the internet can make its visitor's browser talk
 * to loopback. A foreign {@code Host} is DNS rebinding, a foreign {@code Origin} a
 * cross-site request.
 */
final class Gate {

	private Gate() {
	}

	/** Why the request is refused, empty if it may pass. */
	static Optional<String> refusal(HttpExchange exchange) {
		String host = exchange.getRequestHeaders().getFirst("Host");
		if (host == null || !isLoopback(hostPart(host))) {
			return Optional.of("Host is not this machine's loopback");
		}
		String origin = exchange.getRequestHeaders().getFirst("Origin");
		if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
			return Optional.of("Origin is another site");
		}
		return Optional.empty();
	}

	private static @Nullable String hostPart(String authority) {
		try {
			return URI.create("http://" + authority).getHost();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isLoopback(@Nullable String host) {
		if (host == null) {
			return false;
		}
		String name = host.toLowerCase(Locale.ROOT);
		return name.equals("localhost") || name.endsWith(".localhost") || name.equals("127.0.0.1")
				|| name.equals("[::1]");
	}

}
