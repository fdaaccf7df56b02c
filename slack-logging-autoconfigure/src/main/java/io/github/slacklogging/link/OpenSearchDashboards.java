package io.github.slacklogging.link;

import java.util.List;
import java.util.Map;

/**
 * Discover of OpenSearch Dashboards 2.10 and newer, which lives in the data explorer.
 * Immutable.
 *
 * <p>
 * {@code src/plugins/data_explorer/public/utils/state_management/redux_persistence.ts} of
 * {@code opensearch-project/OpenSearch-Dashboards} reads {@code _a} as a whole, and moves
 * its index pattern into the query where 3.x has query enhancements switched on.
 */
final class OpenSearchDashboards implements LogStore {

	private final LinkParts parts;

	private final FieldNames names;

	/**
	 * Constructor.
	 * @param parts {@link LinkPart#BASE_URL}, for example ending in {@code /_dashboards},
	 * {@link LinkPart#INDEX_PATTERN_ID} (the id of the saved object, not its title), and
	 * {@link LinkPart#TENANT} where the security plugin has tenants
	 * @param names what fields are called in the index
	 */
	OpenSearchDashboards(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.names = names;
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		String query = DiscoverState.state("_q",
				Map.of("filters", List.of(), "query", DiscoverState.kuery(question, this.names)));
		return this.parts.get(LinkPart.BASE_URL) + "/app/data-explorer/discover" + DiscoverState.tenant(this.parts)
				+ "#?" + DiscoverState.state("_a", view(columns)) + "&" + DiscoverState.global(question.window()) + "&"
				+ query;
	}

	/** As _a is taken as a whole, it is written as a whole: _source is the default. */
	private Map<String, Object> view(boolean columns) {
		Map<String, Object> discover = Map.of("columns",
				columns ? DiscoverState.columns(this.names) : List.of("_source"), "isDirty", false, "sort", List.of());
		Map<String, Object> metadata = Map.of("indexPattern", this.parts.get(LinkPart.INDEX_PATTERN_ID), "view",
				"discover");
		return Map.of("discover", discover, "metadata", metadata);
	}

}
