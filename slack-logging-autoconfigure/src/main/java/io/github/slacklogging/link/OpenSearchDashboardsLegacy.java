package io.github.slacklogging.link;

import java.util.List;

/**
 * Discover of OpenSearch Dashboards up to 2.9. Immutable.
 *
 * <p>
 * The form is that of {@code src/plugins/discover/public/url_generator.ts} of
 * {@code opensearch-project/OpenSearch-Dashboards}. Newer versions lead it to their own
 * Discover, but some forget the window on the way.
 */
final class OpenSearchDashboardsLegacy implements LogStore {

	private final LinkParts parts;

	private final FieldNames names;

	/**
	 * Constructor.
	 * @param parts {@link LinkPart#BASE_URL}, for example ending in {@code /_dashboards},
	 * {@link LinkPart#INDEX_PATTERN_ID} (the id of the saved object, not its title), and
	 * {@link LinkPart#TENANT} where the security plugin has tenants
	 * @param names what fields are called in the index
	 */
	OpenSearchDashboardsLegacy(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.names = names;
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		return this.parts.get(LinkPart.BASE_URL) + "/app/discover" + DiscoverState.tenant(this.parts) + "#/?"
				+ DiscoverState.global(question.window()) + "&"
				+ DiscoverState.app(this.parts.get(LinkPart.INDEX_PATTERN_ID),
						DiscoverState.kuery(question, this.names), List.of(),
						columns ? DiscoverState.columns(this.names) : List.of());
	}

}
