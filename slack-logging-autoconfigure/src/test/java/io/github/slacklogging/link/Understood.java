package io.github.slacklogging.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a Discover page understands when it is opened with a link.
 *
 * @param path of the page, decoded, in segments
 * @param parts what was configured, as it came out again
 * @param language of the query
 * @param query as it stands in the page's line
 * @param from first moment
 * @param to last moment
 * @param columns that are shown, or none where the link says nothing
 * @param sort fields and directions
 */
record Understood(List<String> path, Map<LinkPart, String> parts, String language, String query, String from, String to,
		List<Object> columns, List<Object> sort) {

	static Understood byOpenSearchDashboards(DecodedLink link) {
		assertThat(link.route()).isEmpty();
		assertThat(link.fragment()).containsOnlyKeys("_a", "_g", "_q");
		Object a = link.rison("_a");
		Object q = link.rison("_q");
		assertThat(at(a, "metadata", "view")).isEqualTo("discover");
		assertThat(at(a, "discover", "isDirty")).isEqualTo(false);
		assertThat(at(q, "filters")).isEqualTo(List.of());
		return understood(link, parts(link, LinkPart.INDEX_PATTERN_ID, at(a, "metadata", "indexPattern")), q,
				at(a, "discover"));
	}

	static Understood byDashboardsBefore210(DecodedLink link) {
		return byStateInA(link, LinkPart.INDEX_PATTERN_ID);
	}

	static Understood byKibana(DecodedLink link) {
		return byStateInA(link, LinkPart.DATA_VIEW_ID);
	}

	private static Understood byStateInA(DecodedLink link, LinkPart index) {
		assertThat(link.route()).isEqualTo("/");
		assertThat(link.fragment()).containsOnlyKeys("_g", "_a");
		Object a = link.rison("_a");
		assertThat(at(a, "filters")).isEqualTo(List.of());
		assertThat(at(a, "interval")).isEqualTo("auto");
		return understood(link, parts(link, index, at(a, "index")), a, a);
	}

	static Understood byExplore(DecodedLink link) {
		assertThat(link.route()).isEqualTo("/");
		assertThat(link.fragment()).containsOnlyKeys("_g", "_q", "_a");
		Object a = link.rison("_a");
		Object query = link.rison("_q");
		assertThat(at(query, "dataset", "type")).isEqualTo("INDEX_PATTERN");
		assertThat(at(query, "dataset", "timeFieldName")).isEqualTo("@timestamp");
		assertThat(at(a, "ui")).isEqualTo(Map.of("activeTabId", "logs", "showHistogram", true));
		Map<LinkPart, String> parts = parts(link, LinkPart.INDEX_PATTERN_ID, at(query, "dataset", "id"));
		parts.put(LinkPart.DATASET, String.valueOf(at(query, "dataset", "title")));
		Object legacy = ((Map<?, ?>) a).get("legacy");
		return understood(link, parts, Map.of("query", query), (legacy != null) ? legacy : Map.of());
	}

	private static Understood understood(DecodedLink link, Map<LinkPart, String> parts, Object query, Object view) {
		Object g = link.rison("_g");
		assertThat(at(g, "filters")).isEqualTo(List.of());
		assertThat(at(g, "refreshInterval")).isEqualTo(Map.of("pause", true, "value", 0.0));
		return new Understood(link.segments(), parts, String.valueOf(at(query, "query", "language")),
				String.valueOf(at(query, "query", "query")), String.valueOf(at(g, "time", "from")),
				String.valueOf(at(g, "time", "to")), list(view, "columns"), list(view, "sort"));
	}

	private static Map<LinkPart, String> parts(DecodedLink link, LinkPart index, Object id) {
		Map<LinkPart, String> parts = new HashMap<>(Map.of(index, String.valueOf(id)));
		if (link.query().containsKey("security_tenant")) {
			parts.put(LinkPart.TENANT, link.query().getOrDefault("security_tenant", ""));
		}
		int space = link.segments().indexOf("s");
		if (space >= 0) {
			parts.put(LinkPart.SPACE, link.segments().get(space + 1));
		}
		int workspace = link.segments().indexOf("w");
		if (workspace >= 0) {
			parts.put(LinkPart.WORKSPACE, link.segments().get(workspace + 1));
		}
		return parts;
	}

	private static Object at(Object value, String... path) {
		Object found = value;
		for (String key : path) {
			assertThat(found).isInstanceOf(Map.class);
			Object inner = ((Map<?, ?>) found).get(key);
			found = Objects.requireNonNull(inner, () -> String.join(".", path) + " in " + value);
		}
		return found;
	}

	private static List<Object> list(Object view, String name) {
		Object list = ((Map<?, ?>) view).get(name);
		return (list instanceof List<?> found) ? List.copyOf(found) : List.of();
	}

}
