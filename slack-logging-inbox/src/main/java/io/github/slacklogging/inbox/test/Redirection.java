package io.github.slacklogging.inbox.test;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.SlackInbox;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Settings of our starter for a test: every destination that the application has
 * configured leads to the inbox, whatever secrets there are, and nothing waits. Where the
 * starter is not, nobody reads them.
 */
final class Redirection {

	private static final String PREFIX = "slack.logging.";

	/** Of a test that has no time. */
	private static final Map<String, String> IMPATIENT = Map.ofEntries(Map.entry("enabled", "true"),
			Map.entry("batch.linger", "50ms"), Map.entry("digest.every", "1s"),
			Map.entry("rate-limit.per-second", "100"), Map.entry("rate-limit.burst", "100"),
			Map.entry("retry.initial-backoff", "100ms"), Map.entry("retry.max-backoff", "500ms"),
			Map.entry("circuit-breaker.open-for", "500ms"), Map.entry("shutdown.timeout", "1s"),
			Map.entry("spool.enabled", "false"));

	/** A secret of a destination, as files and variables write it; first its name. */
	private static final Pattern SECRET = Pattern.compile(
			"slack[._]logging[._]destinations[._]?(\\[[^]]+]|[^.\\[]+?)[._](webhook|bot)[-_]?(url|token).*",
			Pattern.CASE_INSENSITIVE);

	private static final String DEFAULT = "default";

	private final SlackInbox inbox;

	private final ConfigurableEnvironment environment;

	Redirection(SlackInbox inbox, ConfigurableEnvironment environment) {
		this.inbox = inbox;
		this.environment = environment;
	}

	/**
	 * The settings.
	 * @param bot whether the destination {@code default} must be a bot
	 * @param channel of that destination, empty for its own
	 * @return values by the names of the properties
	 */
	Map<String, String> of(boolean bot, String channel) {
		Map<String, String> settings = new LinkedHashMap<>();
		IMPATIENT.forEach((name, value) -> settings.put(PREFIX + name, value));
		settings.put(PREFIX + "api-url", this.inbox.apiUrl().toString());
		// nothing else leaves the test either
		settings.put(PREFIX + "opensearch.uris", "");
		Set<String> names = destinations();
		boolean isNamed = names.remove(DEFAULT);
		names.forEach((name) -> redirect(settings, PREFIX + "destinations." + name + ".", name));
		redirectDefault(settings, PREFIX + (isNamed ? "destinations.default." : ""), bot, channel);
		settings.put("SLACK_WEBHOOK_URL", "");
		settings.put("SLACK_BOT_TOKEN", "");
		return settings;
	}

	private void redirect(Map<String, String> settings, String prefix, String name) {
		if (isBot(prefix)) {
			toBot(settings, prefix);
		}
		else {
			toWebhook(settings, prefix, name.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT).replace('.', '-'));
		}
	}

	private void redirectDefault(Map<String, String> settings, String prefix, boolean bot, String channel) {
		boolean hasChannel = has(prefix + "channel") || has("SLACK_CHANNEL");
		if (bot || isBot(prefix) || (hasChannel && has("SLACK_BOT_TOKEN"))) {
			toBot(settings, prefix);
			if (!channel.isEmpty() || !hasChannel) {
				settings.put(prefix + "channel", channel.isEmpty() ? "#inbox" : channel);
			}
		}
		else {
			toWebhook(settings, prefix, channel.isEmpty() ? "inbox" : channel);
		}
	}

	private void toBot(Map<String, String> settings, String prefix) {
		set(settings, prefix, "bot-token", this.inbox.botToken());
	}

	private void toWebhook(Map<String, String> settings, String prefix, String channel) {
		set(settings, prefix, "webhook-url", this.inbox.webhookUrl(channel).toString());
	}

	/** One secret, and no other beside it. */
	private static void set(Map<String, String> settings, String prefix, String key, String value) {
		for (String secret : Set.of("webhook-url", "webhook-url-file", "bot-token", "bot-token-file")) {
			settings.put(prefix + secret, secret.equals(key) ? value : "");
		}
	}

	private boolean isBot(String prefix) {
		return has(prefix + "bot-token") || has(prefix + "bot-token-file");
	}

	/** Does not read it: a placeholder may lead nowhere in a test. */
	private boolean has(String property) {
		return this.environment.containsProperty(property);
	}

	private Set<String> destinations() {
		Set<String> names = new TreeSet<>();
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> known) {
				for (String property : known.getPropertyNames()) {
					Matcher secret = SECRET.matcher(property);
					if (secret.matches()) {
						boolean isVariable = property.startsWith("SLACK_");
						names.add(isVariable ? secret.group(1).toLowerCase(Locale.ROOT) : secret.group(1));
					}
				}
			}
		}
		return names;
	}

}
