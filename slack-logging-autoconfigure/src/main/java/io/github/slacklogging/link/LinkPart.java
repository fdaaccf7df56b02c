package io.github.slacklogging.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an address is made of, besides the question: what only the team knows. */
enum LinkPart {

	BASE_URL, INDEX_PATTERN_ID, DATA_VIEW_ID, DATASOURCE_UID, TENANT, SPACE, WORKSPACE, ORG, REGION, LOG_GROUP, SITE,
	PROJECT, DATASET, TEAM, SOURCE;

	private static final int MAX_LENGTH = 300;

	/** Region and site become part of a host's name, so nothing else may stand there. */
	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

	static LinkPart of(String word) {
		return Arrays.stream(values())
			.filter((part) -> part.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("slack.logging.link has no property for '" + word + "'"));
	}

	/** {@code base-url}. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** {@code slack.logging.link.base-url}. */
	String property() {
		return "slack.logging.link." + word();
	}

	/**
	 * The value in the form in which addresses are built with it.
	 * @throws IllegalArgumentException with one sentence that begins with the property
	 * and does not tell the value
	 */
	String checked(String value) {
		if (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException(
					property() + " must be one line of " + MAX_LENGTH + " characters at most");
		}
		if (this == BASE_URL) {
			return WebAddress.base(property(), value);
		}
		if ((this == REGION || this == SITE) && !HOST.matcher(value).matches()) {
			throw new IllegalArgumentException(property() + " must be a name as it stands in a host's name");
		}
		return value;
	}

}
