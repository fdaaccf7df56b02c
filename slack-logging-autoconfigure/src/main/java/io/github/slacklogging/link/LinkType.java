package io.github.slacklogging.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The log stores that links are known for. */
public enum LinkType {

	/** OpenSearch Dashboards 2.10 and later, 3.x: Discover in the data explorer. */
	OPENSEARCH_DASHBOARDS(FieldPreset.BOOT.names(), OpenSearchDashboards::new, LinkPart.BASE_URL,
			LinkPart.INDEX_PATTERN_ID),

	/** OpenSearch Dashboards 3.x: logs in Explore, in a workspace. */
	OPENSEARCH_EXPLORE(FieldPreset.BOOT.names(), OpenSearchExplore::new, LinkPart.BASE_URL, LinkPart.WORKSPACE,
			LinkPart.INDEX_PATTERN_ID, LinkPart.DATASET),

	/** OpenSearch Dashboards up to 2.9: Discover. */
	OPENSEARCH_DASHBOARDS_LEGACY(FieldPreset.BOOT.names(), OpenSearchDashboardsLegacy::new, LinkPart.BASE_URL,
			LinkPart.INDEX_PATTERN_ID),

	/** Kibana 8 and 9: Discover. */
	KIBANA(FieldPreset.BOOT.names(), Kibana::new, LinkPart.BASE_URL, LinkPart.DATA_VIEW_ID),

	/** Grafana 10 and later: Explore with Loki. */
	GRAFANA_LOKI(GrafanaLoki.NAMES, GrafanaLoki::new, LinkPart.BASE_URL, LinkPart.DATASOURCE_UID),

	/** Logs Insights of Amazon CloudWatch. */
	CLOUDWATCH(CloudWatch.NAMES, CloudWatch::new, LinkPart.REGION, LinkPart.LOG_GROUP),

	/** Datadog's Log Explorer. */
	DATADOG(Datadog.NAMES, Datadog::new),

	/** Splunk's Search app. */
	SPLUNK(Splunk.NAMES, Splunk::new, LinkPart.BASE_URL, LinkPart.DATASET),

	/** The Logs Explorer of Google Cloud. */
	GOOGLE_CLOUD_LOGGING(GoogleCloudLogging.NAMES, GoogleCloudLogging::new, LinkPart.PROJECT),

	/** SigNoz 0.88 and later: the logs explorer. */
	SIGNOZ(SigNoz.NAMES, SigNoz::new, LinkPart.BASE_URL),

	/** Honeycomb's query builder. */
	HONEYCOMB(Honeycomb.NAMES, Honeycomb::new, LinkPart.TEAM, LinkPart.DATASET),

	/** Events in Seq. */
	SEQ(Seq.NAMES, Seq::new, LinkPart.BASE_URL),

	/** Better Stack's live tail. */
	BETTER_STACK(BetterStack.NAMES, BetterStack::new, LinkPart.TEAM, LinkPart.SOURCE);

	private final FieldNames names;

	private final Making making;

	private final List<LinkPart> needed;

	LinkType(FieldNames names, Making making, LinkPart... needed) {
		this.names = names;
		this.making = making;
		this.needed = List.of(needed);
	}

	/** {@code opensearch-dashboards}. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether it leads to what is shipped to OpenSearch. */
	public boolean isOpenSearch() {
		return this == OPENSEARCH_DASHBOARDS || this == OPENSEARCH_EXPLORE || this == OPENSEARCH_DASHBOARDS_LEGACY;
	}

	/** What fields are called there unless somebody says otherwise. */
	FieldNames names() {
		return this.names;
	}

	/**
	 * What fields are called there when lines are written in such a way: some stores do
	 * not take them over as they are.
	 */
	FieldNames names(FieldPreset lines) {
		return switch (this) {
			// A label, which no line knows.
			case GRAFANA_LOKI -> lines.names().with(Map.of(LogField.SERVICE, this.names.of(LogField.SERVICE)));
			case GOOGLE_CLOUD_LOGGING -> lines.names().within("jsonPayload");
			default -> lines.names();
		};
	}

	/**
	 * The store that the parts lead to.
	 * @throws IllegalArgumentException where parts are missing; names all of them
	 */
	LogStore store(LinkParts parts, FieldNames names) {
		List<String> missing = new ArrayList<>();
		for (LinkPart part : this.needed) {
			if (!parts.has(part)) {
				missing.add(part.property());
			}
		}
		if (!missing.isEmpty()) {
			String others = (missing.size() > 1)
					? ", and so must " + String.join(" and ", missing.subList(1, missing.size())) : "";
			throw new IllegalArgumentException(
					missing.get(0) + " must be set for slack.logging.link.type=" + word() + others);
		}
		return this.making.of(parts, names);
	}

	/** How a store is made. */
	@FunctionalInterface
	private interface Making {

		LogStore of(LinkParts parts, FieldNames names);

	}

}
