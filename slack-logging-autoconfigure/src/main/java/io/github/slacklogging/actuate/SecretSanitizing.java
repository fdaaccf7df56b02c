package io.github.slacklogging.actuate;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.Ordered;

/**
 * Keeps secrets out of {@code /actuator/env} and {@code /actuator/configprops} even where
 * these show values: by the name of the property, and by the value, whatever property
 * holds it, alone or among other things as in {@code sun.java.command}. A value is shown
 * or hidden as a whole, and hidden ones all look the same. Thread-safe; linear in the
 * length of the value.
 */
public final class SecretSanitizing implements SanitizingFunction, Ordered {

	/**
	 * How the names of properties and variables that hold a secret of ours end, without
	 * separators and case. Those of {@code …-file} name a file.
	 */
	private static final Pattern KEY = Pattern
		.compile(".*slack.*(webhookurl|token|password|secret|apikey|authorization|credentials?)|.*slackwebhook(url)?");

	private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

	/**
	 * What is Slack's own, wherever it stands. Shapes: docs.slack.dev, "Sending messages
	 * using incoming webhooks" and "Tokens"; looser, so that shortened ones are hidden
	 * too.
	 */
	private static final Pattern SHAPE = Pattern.compile(
			"(hooks|files)\\.slack(-gov)?\\.com(:\\d+)?/+[^\\s\"'<>]|/services/+[\\w-]+/+[\\w-]+/+[\\w-]"
					+ "|wss://[^\\s\"'<>]{0,200}[?&]ticket=|(?<![a-z0-9])(xox[a-z]|xapp|xwfp)[-.][a-z0-9]",
			Pattern.CASE_INSENSITIVE);

	/**
	 * A property of ours with its value within a value: of a command line, JVM options,
	 * JSON.
	 */
	private static final Pattern ASSIGNMENT = Pattern.compile("(webhook[._-]?url|bot[._-]?token)[\"']{0,2}\\s{0,8}[=:]",
			Pattern.CASE_INSENSITIVE);

	/** How often a text may have been percent-encoded. */
	private static final int MAX_LAYERS = 3;

	private final Predicate<String> inUse;

	/**
	 * Creates the function.
	 * @param inUse whether a text holds a secret that is in use; thread-safe
	 */
	public SecretSanitizing(Predicate<String> inUse) {
		this.inUse = inUse;
	}

	/** Before those of the application: they may show parts. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		return (value != null && (isSecretKey(data.getKey()) || holdsSecret(text(value)))) ? data.withSanitizedValue()
				: data;
	}

	private static boolean isSecretKey(String key) {
		String plain = SEPARATORS.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
		return KEY.matcher(plain).matches();
	}

	private static String text(Object value) {
		if (value instanceof char[] chars) {
			return new String(chars);
		}
		return (value instanceof Object[] array) ? Arrays.deepToString(array) : String.valueOf(value);
	}

	private boolean holdsSecret(String text) {
		String layer = text.replace("\\", "");
		if (this.inUse.test(text) || shows(layer)) {
			return true;
		}
		for (int i = 0; i < MAX_LAYERS && layer.indexOf('%') >= 0; i++) {
			String decoded = decoded(layer);
			if (decoded.equals(layer)) {
				return false;
			}
			layer = decoded;
			if (shows(layer)) {
				return true;
			}
		}
		return false;
	}

	private boolean shows(String text) {
		return SHAPE.matcher(text).find() || ASSIGNMENT.matcher(text).find() || this.inUse.test(text);
	}

	/** What is no percent-encoding stays as it is: half of it may still be one. */
	private static String decoded(String text) {
		String repaired = text.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replace("+", "%2B");
		return URLDecoder.decode(repaired, StandardCharsets.UTF_8);
	}

}
