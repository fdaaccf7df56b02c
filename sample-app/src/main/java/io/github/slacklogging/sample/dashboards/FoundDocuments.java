package io.github.slacklogging.sample.dashboards;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What the page shows.
 *
 * @param question as it stood in the link
 * @param index where the node looked
 * @param search what the node was asked
 * @param total how many documents match
 * @param hits the latest of them, as the node answered
 */
record FoundDocuments(Question question, String index, Map<String, Object> search, long total, List<JsonNode> hits) {

}
