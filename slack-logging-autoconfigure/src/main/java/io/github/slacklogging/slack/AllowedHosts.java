package io.github.slacklogging.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The hosts a message may go to: Slack's, GovSlack's, those configured, all by
 * {@code https}, and this machine by {@code http} too. Looks no name up.
 *
 * @param others configured hosts
 */
record AllowedHosts(Set<String> others) {

	private static final Set<String> SLACK = Set.of("slack.com", "hooks.slack.com", "slack-gov.com",
			"hooks.slack-gov.com");

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|.+\\.localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

	AllowedHosts {
		others = Set.copyOf(others.stream().map((host) -> host.toLowerCase(Locale.ROOT)).toList());
	}

	/**
	 * Reads a URL.
	 * @param url as configured
	 * @return {@code null} for a URL that is malformed or names a foreign host
	 */
	@Nullable URI parse(String url) {
		try {
			URI uri = new URI(url);
			return admits(uri) ? uri : null;
		}
		catch (URISyntaxException ex) {
			// Its text holds the URL.
			return null;
		}
	}

	boolean admits(URI uri) {
		String host = uri.getHost();
		if (host == null || uri.getScheme() == null || uri.getUserInfo() != null) {
			return false;
		}
		String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
		if (isLoopback(host)) {
			return scheme.equals("http") || scheme.equals("https");
		}
		String name = host.toLowerCase(Locale.ROOT);
		return scheme.equals("https") && (SLACK.contains(name) || this.others.contains(name));
	}

	static boolean isLoopback(String host) {
		return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
	}

}
