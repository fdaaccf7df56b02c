package io.github.slacklogging.link;

import java.util.Locale;

/** What an address is made of, besides the question: what only the team knows. */
enum LinkPart {

	BASE_URL, INDEX_PATTERN_ID, DATA_VIEW_ID, DATASOURCE_UID, TENANT, SPACE, WORKSPACE, ORG, REGION, LOG_GROUP, SITE,
	PROJECT, DATASET, TEAM, SOURCE;

	/** {@code slack.logging.link.base-url}. */
	String property() {
		return "slack.logging.link." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
