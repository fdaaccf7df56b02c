package io.github.slacklogging.link;

import java.util.List;

/**
 * Discover of Kibana 8 and 9. Immutable.
 *
 * <p>
 * The form is that of {@code app_locator_get_location.ts} in
 * {@code src/platform/plugins/shared/discover/common} of {@code elastic/kibana}, but for
 * the data view: newer versions write {@code dataSource}, which older ones do not know,
 * and turn {@code index} into it ({@code cleanup_url_state.ts} in
 * {@code public/application/main/state_management/utils} there).
 */
final class Kibana implements LogStore {

	private final LinkParts parts;

	private final FieldNames names;

	/**
	 * Constructor.
	 * @param parts {@link LinkPart#BASE_URL}, {@link LinkPart#DATA_VIEW_ID}, and
	 * {@link LinkPart#SPACE} where it is not the default one
	 * @param names what fields are called in the index
	 */
	Kibana(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.names = names;
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		List<String> newestFirst = List.of(this.names.of(LogField.TIMESTAMP), "desc");
		return this.parts.get(LinkPart.BASE_URL) + space() + "/app/discover#/?"
				+ DiscoverState.global(question.window()) + "&"
				+ DiscoverState.app(this.parts.get(LinkPart.DATA_VIEW_ID), DiscoverState.kuery(question, this.names),
						List.of(newestFirst), columns ? DiscoverState.columns(this.names) : List.of());
	}

	private String space() {
		String space = this.parts.of(LinkPart.SPACE, "");
		return space.isEmpty() ? "" : "/s/" + PercentEncoding.encode(space);
	}

}
