package io.github.slacklogging.credential;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.slacklogging.SlackHosts;
import org.jspecify.annotations.Nullable;

/**
 * An incoming webhook, and not one of the other things that Slack calls a URL. Shapes:
 * docs.slack.dev, "Sending messages using incoming webhooks"; the one without
 * {@code services} stands in the sample answer of OAuth.
 */
record WebhookUrlRule(SlackHosts hosts) implements SecretRule {

	private static final Pattern INCOMING = Pattern.compile("/services(/[\\w-]+){3}/?|/T\\w+/B\\w+/[\\w-]+/?");

	private static final Pattern WORKFLOW = Pattern.compile("/(workflows|triggers)/.*");

	private static final String COPY = "Copy the URL that Slack shows under \"Incoming Webhooks\" of your app; "
			+ "it begins with https://hooks.slack.com/services/.";

	@Override
	public Optional<Objection> objection(String secret) {
		if (secret.contains("${")) {
			return Objection.because("holds a placeholder that nothing resolves", "Define the property it refers to.");
		}
		URI url = parse(secret);
		String host = (url != null) ? url.getHost() : null;
		if (url == null || host == null || url.getScheme() == null) {
			return Objection.because("is not a URL", COPY);
		}
		String scheme = url.getScheme().toLowerCase(Locale.ROOT);
		if (!scheme.equals("https") && !(scheme.equals("http") && SlackHosts.isLoopback(host))) {
			return Objection.because("does not use https", "Use https; only this machine may be spoken to without it.");
		}
		if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
			return Objection.because("holds user information or a fragment, which an incoming webhook has not", COPY);
		}
		return this.hosts.isWebhookHost(host) ? pathObjection(url) : hostObjection(host);
	}

	private Optional<Objection> hostObjection(String host) {
		if (this.hosts.isAllowed(host)) {
			return Optional.empty();
		}
		if (this.hosts.isApiHost(host) || host.toLowerCase(Locale.ROOT).endsWith(".slack.com")) {
			return Objection.because("is a page or the API of Slack, not an incoming webhook", COPY);
		}
		return Objection.because("names a host that is not Slack's",
				COPY + " If the host is meant, add it to slack.logging.allowed-hosts.");
	}

	private static Optional<Objection> pathObjection(URI url) {
		String path = url.getRawPath();
		if (INCOMING.matcher(path).matches() && url.getRawQuery() == null) {
			return Optional.empty();
		}
		if (WORKFLOW.matcher(path).matches()) {
			return Objection
				.because("is a trigger of Workflow Builder, which takes other messages than an incoming webhook", COPY);
		}
		return Objection.because("is not a complete incoming webhook: its path is not /services/T…/B…/…", COPY);
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
