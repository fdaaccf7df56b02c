package io.github.slacklogging;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Hosts that may be sent log text and secrets: Slack's, GovSlack's, those the
 * configuration adds, and this machine. Compares names, never looks one up. Immutable.
 *
 * @param others hosts allowed besides Slack's, without scheme and port, in any case
 */
public record SlackHosts(Set<String> others) {

	/** Hosts of incoming webhooks; GovSlack swaps the domain. Source: docs.slack.dev. */
	private static final Set<String> WEBHOOK_HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");

	private static final Set<String> API_HOSTS = Set.of("slack.com", "slack-gov.com");

	/** Hosts that Slack names itself, {@code files.slack.com} for one. */
	private static final Pattern BELOW_SLACK = Pattern.compile("[a-z0-9.-]+\\.slack(-gov)?\\.com");

	/** Only literal addresses: "127.example.org" belongs to somebody else. */
	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::|(0+:){7})0*1\\]");

	public SlackHosts {
		others = others.stream().map(SlackHosts::canonical).collect(Collectors.toUnmodifiableSet());
	}

	/** Whether the host is Slack's own for incoming webhooks. */
	public boolean isWebhookHost(String host) {
		return WEBHOOK_HOSTS.contains(canonical(host));
	}

	/** Whether the host is Slack's own for the Web API. */
	public boolean isApiHost(String host) {
		return API_HOSTS.contains(canonical(host));
	}

	/** Whether the configuration allows the host though it is not Slack's. */
	public boolean isAllowed(String host) {
		return this.others.contains(canonical(host)) || isLoopback(host);
	}

	/**
	 * The URL, if a message or a secret may go there: by {@code https} to Slack's hosts
	 * and those allowed, to this machine by {@code http} too.
	 * @param url as configured, or as Slack answered
	 * @return {@code null} for a URL that is malformed, holds user information or names a
	 * foreign host
	 */
	public @Nullable URI admitted(String url) {
		URI uri = parsed(url);
		return (uri != null && admits(uri)) ? uri : null;
	}

	/**
	 * The URL, if a file may go there: as {@link #admitted(String)}, and by {@code https}
	 * to any host below Slack's domains, since Slack itself names it.
	 * @param url as Slack answered
	 * @return {@code null} likewise
	 */
	public @Nullable URI admittedForFiles(String url) {
		URI uri = parsed(url);
		return (uri != null && admits(uri, this::isFileHost)) ? uri : null;
	}

	/** Whether a message or a secret may go there, see {@link #admitted(String)}. */
	public boolean admits(URI uri) {
		return admits(uri, (host) -> isWebhookHost(host) || isApiHost(host));
	}

	private boolean isFileHost(String host) {
		return isApiHost(host) || BELOW_SLACK.matcher(canonical(host)).matches();
	}

	private boolean admits(URI uri, Predicate<String> slacks) {
		String host = uri.getHost();
		if (host == null || uri.getScheme() == null || uri.getUserInfo() != null) {
			return false;
		}
		if (uri.getScheme().equalsIgnoreCase("http")) {
			return isLoopback(host);
		}
		return uri.getScheme().equalsIgnoreCase("https") && (slacks.test(host) || isAllowed(host));
	}

	private static @Nullable URI parsed(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			// its text holds the URL
			return null;
		}
	}

	/** Whether the host is this machine, where plain HTTP harms nobody. */
	public static boolean isLoopback(String host) {
		return LOOPBACK.matcher(canonical(host)).matches();
	}

	private static String canonical(String host) {
		String lower = host.strip().toLowerCase(Locale.ROOT);
		return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
	}

}
