package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Slack's own secrets: webhook and upload URLs, tickets of socket URLs, tokens. This rule
 * cannot be turned off, because they are this library's own secrets too.
 *
 * <p>
 * Shapes: docs.slack.dev "Sending messages using incoming webhooks" and "Tokens". Looser
 * than real secrets are, so that shortened and invented ones are masked too.
 */
final class SlackSecretRule implements MaskingRule {

	/** A slash as it is, percent-encoded, or escaped in JSON. */
	private static final String SLASH = "(?:/|%2f|\\\\/|\\\\u002f)";

	private static final String REST = "([^\\s\"'`<>|]+)";

	private static final Pattern HOOK = Pattern
		.compile("(?i)(?:hooks|files)\\.slack(?:-gov)?\\.com(?::\\d+)?" + SLASH + REST);

	// Another host: a proxy, a test double, a Slack-compatible receiver.
	private static final Pattern SERVICES = Pattern
		.compile("(?i)" + SLASH + "services" + SLASH + "(T\\w+" + SLASH + "B\\w+" + SLASH + "[^\\s\"'`<>|]+)");

	private static final Pattern TICKET = Pattern.compile("(?i)wss://[^\\s\"'<>]*[?&]ticket=([^\\s\"'<>&]+)");

	private static final Pattern TOKEN = Pattern
		.compile("xox[a-z](?:\\.xox[a-z])?-([\\w.%-]+)|(?:\\b|%3[aAdD])x(?:app|wfp)-([\\w.%-]+)");

	@Override
	public String name() {
		return "slack";
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		if (Literals.contains(text, "slack")) {
			find(HOOK, text, found);
			find(TICKET, text, found);
		}
		if (Literals.contains(text, "services")) {
			find(SERVICES, text, found);
		}
		if (List.of("xox", "xapp-", "xwfp-").stream().anyMatch(text::contains)) {
			find(TOKEN, text, found);
		}
	}

	private static void find(Pattern pattern, String text, Consumer<Span> found) {
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			int group = (matcher.start(1) >= 0) ? 1 : 2;
			found.accept(Span.stars(matcher.start(group), matcher.end(group)));
		}
	}

}
