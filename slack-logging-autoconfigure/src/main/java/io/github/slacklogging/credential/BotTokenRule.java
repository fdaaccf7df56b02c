package io.github.slacklogging.credential;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token that may post. Prefixes: docs.slack.dev, "Tokens". Bot and user tokens can
 * post, rotating and legacy ones included; the others never can, so they are refused at
 * the start instead of by Slack later.
 */
record BotTokenRule(boolean shaped) implements SecretRule {

	/** What an HTTP header can carry. */
	private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

	private static final Pattern POSTING = Pattern.compile("xox[abosp]-.+|xoxe\\.xox[bp]-.+");

	private static final Pattern REFRESH = Pattern.compile("xoxe-.*|xoxr-.*");

	private static final String COPY = "Copy the \"Bot User OAuth Token\" that Slack shows under "
			+ "\"OAuth & Permissions\" of your app; it begins with xoxb-.";

	@Override
	public Optional<Objection> objection(String secret) {
		if (secret.contains("${")) {
			return Objection.because("holds a placeholder that nothing resolves", "Define the property it refers to.");
		}
		if (!VISIBLE.matcher(secret).matches()) {
			return Objection.because("holds blanks, line ends or characters that no token has", COPY);
		}
		if (!this.shaped || POSTING.matcher(secret).matches()) {
			return Optional.empty();
		}
		if (secret.startsWith("xapp-")) {
			return Objection.because("is an app-level token, which cannot post", COPY);
		}
		if (secret.startsWith("xwfp-")) {
			return Objection.because("is the short-lived token of a workflow", COPY);
		}
		if (REFRESH.matcher(secret).matches()) {
			return Objection.because("is a refresh token, which cannot post", COPY);
		}
		return Objection.because("is not a token of Slack's", COPY);
	}

}
