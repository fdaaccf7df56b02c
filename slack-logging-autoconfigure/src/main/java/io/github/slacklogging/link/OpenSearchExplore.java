package io.github.slacklogging.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Explore of OpenSearch Dashboards 3.x, "Discover logs" in a workspace. Immutable.
 *
 * <p>
 * {@code redux_persistence.ts} in
 * {@code src/plugins/explore/public/application/utils/state_management/utils} of
 * {@code opensearch-project/OpenSearch-Dashboards} reads {@code _q} only with a dataset
 * in it, and fills up each section of {@code _a} that is missing.
 */
final class OpenSearchExplore implements LogStore {

	private final LinkParts parts;

	private final FieldNames names;

	/**
	 * Constructor.
	 * @param parts {@link LinkPart#BASE_URL}, for example ending in {@code /_dashboards},
	 * {@link LinkPart#WORKSPACE} (its id), {@link LinkPart#INDEX_PATTERN_ID} (the id of
	 * the saved object) and {@link LinkPart#DATASET} (its title)
	 * @param names what fields are called in the index
	 */
	OpenSearchExplore(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.names = names;
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		String query = DiscoverState.state("_q",
				Map.of("dataset", dataset(), "language", "PPL", "query", Ppl.of(question, this.names)));
		return this.parts.get(LinkPart.BASE_URL) + "/w/" + PercentEncoding.encode(this.parts.get(LinkPart.WORKSPACE))
				+ "/app/explore/logs/#/?" + DiscoverState.global(question.window()) + "&" + query + "&"
				+ DiscoverState.state("_a", view(columns));
	}

	private Map<String, Object> dataset() {
		return Map.of("id", this.parts.get(LinkPart.INDEX_PATTERN_ID), "timeFieldName",
				this.names.of(LogField.TIMESTAMP), "title", this.parts.get(LinkPart.DATASET), "type", "INDEX_PATTERN");
	}

	private Map<String, Object> view(boolean columns) {
		Map<String, Object> view = new HashMap<>();
		view.put("ui", Map.of("activeTabId", "logs", "showHistogram", true));
		if (columns) {
			view.put("legacy", Map.of("columns", DiscoverState.columns(this.names), "interval", "auto", "isDirty",
					false, "sort", List.of()));
		}
		return view;
	}

}
