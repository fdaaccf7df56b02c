package io.github.slacklogging.actuate;

import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Texts as the endpoint shows them: of an address its scheme and host, of a credential
 * nothing, whoever let it in. Stateless.
 */
final class EndpointText {

	/** The word after a scheme of authorization counts from 16 characters on. */
	private static final Pattern CREDENTIAL = Pattern.compile("(?i)(?:xox[a-z]+[-.]|xapp-|xwfp-)\\S*"
			+ "|\\b(?:basic|bearer|apikey) +[\\w+/=.~-]{16,}|[^\\s/:@]{1,128}:[^\\s/@]{1,128}@\\S*");

	private static final Pattern USER = Pattern.compile("(?i)(https?://)[^\\s/?#@]{0,256}@\\S*");

	private static final Pattern PATH = Pattern.compile("(?i)(https?://[^\\s/?#\"')]{1,256})[/?#][^\\s\"')]*");

	private EndpointText() {
	}

	static String shown(String text) {
		String withoutPath = PATH.matcher(USER.matcher(text).replaceAll("$1***")).replaceAll("$1/***");
		return CREDENTIAL.matcher(withoutPath).replaceAll("***");
	}

	static @Nullable String known(@Nullable String text) {
		return (text != null) ? shown(text) : null;
	}

	/** As ISO 8601 in UTC, to the second or finer. */
	static @Nullable String time(@Nullable Instant instant) {
		return (instant != null) ? instant.toString() : null;
	}

	/** The beginning, never half a character. */
	static String beginning(String text, int maxLength) {
		if (text.length() <= maxLength) {
			return text;
		}
		int end = maxLength - 1;
		boolean within = Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
		return text.substring(0, within ? end - 1 : end) + "…";
	}

}
