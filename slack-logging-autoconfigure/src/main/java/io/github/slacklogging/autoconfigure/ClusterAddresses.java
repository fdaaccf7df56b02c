package io.github.slacklogging.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.SlackHosts;
import io.github.slacklogging.credential.Objection;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code opensearch.uris}: the addresses of one cluster, with or without a path.
 * What it says holds none of them: they may hold a password.
 */
final class ClusterAddresses {

	private static final String EXAMPLE = "Write it as https://search.example.org:9200.";

	private static final int MAX_PORT = 65535;

	private ClusterAddresses() {
	}

	/**
	 * The addresses.
	 * @param texts as typed
	 * @param problems collects what is wrong
	 * @return those that are right, in order
	 */
	static List<URI> parse(List<String> texts, Problems problems) {
		List<URI> addresses = new ArrayList<>();
		Set<URI> known = new HashSet<>();
		for (int i = 0; i < texts.size(); i++) {
			String property = "opensearch.uris[" + i + "]";
			URI uri = parse(texts.get(i));
			Optional<Objection> objection = objection(texts.get(i), uri);
			if (objection.isPresent()) {
				problems.add(property, objection.get());
			}
			else if (uri != null && !known.add(canonical(uri))) {
				problems.add(property, "names an address for the second time", "Keep one of them.");
			}
			else if (uri != null) {
				addresses.add(uri);
			}
		}
		return addresses;
	}

	private static Optional<Objection> objection(String text, @Nullable URI uri) {
		if (text.contains("${")) {
			return because("holds a placeholder that nothing resolves", "Define the property it refers to.");
		}
		if (text.indexOf('@') >= 0) {
			return because("holds user information",
					"Set slack.logging.opensearch.username and slack.logging.opensearch.password-file instead.");
		}
		if (uri == null) {
			return because("is not a URL", EXAMPLE);
		}
		if (!isHttp(uri)) {
			return because("does not begin with https:// or http://", EXAMPLE);
		}
		if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
			return because("names no host", EXAMPLE + " Host names have no underscores.");
		}
		if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
			return because("holds a query or a fragment", "End it with the host, the port or a path.");
		}
		return Optional.empty();
	}

	private static Optional<Objection> because(String reason, String advice) {
		return Optional.of(new Objection(reason, advice));
	}

	private static boolean isHttp(URI uri) {
		return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
	}

	/** Whether everybody on the way can read what is sent there. */
	static boolean isOpen(URI address) {
		return "http".equalsIgnoreCase(address.getScheme()) && !SlackHosts.isLoopback(address.getHost());
	}

	/** The same for all ways to write the same address. */
	static URI canonical(URI address) {
		String scheme = address.getScheme().toLowerCase(Locale.ROOT);
		int port = (address.getPort() >= 0) ? address.getPort() : scheme.equals("https") ? 443 : 80;
		String path = address.getRawPath().replaceAll("/+$", "");
		return URI.create(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port + path);
	}

	// The exception of java.net.URI quotes its input, so it ends here.
	private static @Nullable URI parse(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
