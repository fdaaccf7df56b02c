package io.github.slacklogging.sample.dashboards;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What OpenSearch Dashboards would know.
 *
 * @param node where OpenSearch listens
 * @param indexPatterns titles of the index patterns by the ids of their saved objects
 */
@ConfigurationProperties("sample.dashboards")
record DashboardsProperties(String node, Map<String, String> indexPatterns) {

}
