package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.link.FieldPreset;
import io.github.slacklogging.link.LinkType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where readers find what was logged.
 *
 * @param type Log store that messages link to.
 * @param baseUrl Address that links begin with.
 * @param indexPatternId Id of the index pattern's saved object in OpenSearch Dashboards.
 * @param dataViewId Id of the data view in Kibana.
 * @param datasourceUid UID of the Loki data source in Grafana.
 * @param tenant Tenant of OpenSearch Dashboards.
 * @param space Space of Kibana.
 * @param workspace Workspace of OpenSearch Dashboards.
 * @param org Id of the organisation in Grafana.
 * @param region Region of CloudWatch.
 * @param logGroup Log group of CloudWatch.
 * @param site Site of Datadog or Honeycomb.
 * @param project Project of Google Cloud.
 * @param dataset Index of Splunk, data set of Honeycomb, title of the index pattern in
 * OpenSearch's Explore.
 * @param team Team of Honeycomb or Better Stack.
 * @param source Source of Better Stack.
 * @param fields Whose names fields have in the log store: 'ecs', 'logstash', 'boot' or
 * 'opensearch', and names of single fields. When not set it is those usual there, or
 * those of the documents that are shipped to OpenSearch.
 * @param template Address of an event, instead of a type. Its places {logId}, {traceId},
 * {fingerprint}, {service}, {from}, {to}, {logger} and {message} are filled.
 * @param traceTemplate Address of a trace, preferred to the type's.
 * @param window How long before and after the events to look.
 */
record LinkProperties(@Nullable LinkType type, @Nullable String baseUrl, @Nullable String indexPatternId,
		@Nullable String dataViewId, @Nullable String datasourceUid, @Nullable String tenant, @Nullable String space,
		@Nullable String workspace, @Nullable String org, @Nullable String region, @Nullable String logGroup,
		@Nullable String site, @Nullable String project, @Nullable String dataset, @Nullable String team,
		@Nullable String source, @Nullable LinkFields fields, @Nullable String template, @Nullable String traceTemplate,
		@DefaultValue("2m") Duration window) {

	void check(Problems problems) {
		if (this.fields != null) {
			this.fields.check(problems);
		}
		problems.positive("link.window", this.window);
	}

	/** What is given of what only the team knows, by the names of the properties. */
	Map<String, String> parts() {
		Map<String, String> parts = new LinkedHashMap<>();
		put(parts, "base-url", this.baseUrl);
		put(parts, "index-pattern-id", this.indexPatternId);
		put(parts, "data-view-id", this.dataViewId);
		put(parts, "datasource-uid", this.datasourceUid);
		put(parts, "tenant", this.tenant);
		put(parts, "space", this.space);
		put(parts, "workspace", this.workspace);
		put(parts, "org", this.org);
		put(parts, "region", this.region);
		put(parts, "log-group", this.logGroup);
		put(parts, "site", this.site);
		put(parts, "project", this.project);
		put(parts, "dataset", this.dataset);
		put(parts, "team", this.team);
		put(parts, "source", this.source);
		return parts;
	}

	private static void put(Map<String, String> parts, String name, @Nullable String value) {
		if (value != null) {
			parts.put(name, value);
		}
	}

	/**
	 * What is worth a line at the start: links that nobody gets, and an id that nobody
	 * writes.
	 * @param structured whether the id joins the application's structured log
	 * @param shipped whether events are shipped to OpenSearch
	 */
	Optional<String> notice(boolean structured, boolean shipped) {
		if (this.type == null) {
			return (this.template != null) ? Optional.empty()
					: parts().keySet()
						.stream()
						.findFirst()
						.map((part) -> "No message links to a log store: slack.logging.link." + part
								+ " is set, and slack.logging.link.type is not");
		}
		boolean ownName = fieldNames().keySet()
			.stream()
			.anyMatch((word) -> word.replaceAll("[-_]", "").equals("logid"));
		boolean asShipped = shipped && preset(true) == FieldPreset.OPENSEARCH;
		return (structured || ownName || asShipped) ? Optional.empty()
				: Optional.of("'View full log' looks for log_id, which the application's structured log "
						+ "only holds with slack.logging.structured.enabled=true");
	}

	/**
	 * Whose names fields have.
	 * @param shipped whether events are shipped to OpenSearch, where a link is then
	 * expected to lead
	 * @return {@code null} for those usual in the log store
	 */
	@Nullable FieldPreset preset(boolean shipped) {
		FieldPreset given = (this.fields != null) ? this.fields.preset().orElse(null) : null;
		boolean toDocuments = shipped && this.type != null && this.type.isOpenSearch();
		return (given == null && toDocuments) ? FieldPreset.OPENSEARCH : given;
	}

	/** Names of single fields, by their words. */
	Map<String, String> fieldNames() {
		return (this.fields != null) ? this.fields.names() : Map.of();
	}

}
