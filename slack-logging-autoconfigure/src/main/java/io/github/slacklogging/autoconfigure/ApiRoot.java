package io.github.slacklogging.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import io.github.slacklogging.SlackHosts;
import org.jspecify.annotations.Nullable;

/** Reads {@code api-url}: where bot tokens are sent, so it must not be just anywhere. */
final class ApiRoot {

	/** Slack's own. */
	static final URI SLACK = URI.create("https://slack.com/api/");

	private static final String PROPERTY = "api-url";

	private static final String ADVICE = "Use https://slack.com/api/ or, for GovSlack, https://slack-gov.com/api/.";

	private ApiRoot() {
	}

	/**
	 * The root.
	 * @param text value of the property
	 * @param hosts that may be named
	 * @param problems collects what is wrong
	 * @return ends with a slash; Slack's own when the value is wrong
	 */
	static URI parse(String text, SlackHosts hosts, Problems problems) {
		URI url = parse(text.strip());
		String host = (url != null) ? url.getHost() : null;
		if (url == null || host == null || url.getScheme() == null || url.getRawUserInfo() != null
				|| url.getRawQuery() != null || url.getRawFragment() != null) {
			problems.add(PROPERTY, "is not the URL of a Web API", ADVICE);
			return SLACK;
		}
		String scheme = url.getScheme().toLowerCase(Locale.ROOT);
		if (!scheme.equals("https") && !(scheme.equals("http") && SlackHosts.isLoopback(host))) {
			problems.add(PROPERTY, "does not use https", ADVICE);
			return SLACK;
		}
		if (!hosts.isApiHost(host) && !hosts.isAllowed(host)) {
			problems.add(PROPERTY, "names a host that is not Slack's",
					ADVICE + " If the host is meant, add it to slack.logging.allowed-hosts.");
			return SLACK;
		}
		return url.toString().endsWith("/") ? url : URI.create(url + "/");
	}

	private static @Nullable URI parse(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
