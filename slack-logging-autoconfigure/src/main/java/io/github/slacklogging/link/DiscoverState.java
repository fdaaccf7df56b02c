package io.github.slacklogging.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the Discover pages of OpenSearch Dashboards and of Kibana have in common: named
 * states in Rison behind the {@code #} of their addresses.
 */
final class DiscoverState {

	private DiscoverState() {
	}

	/** One state, encoded in full: a bare plus would be read as a blank there. */
	static String state(String name, Map<String, Object> state) {
		return name + "=" + PercentEncoding.encode(Rison.encode(state));
	}

	/** The {@code _g} of all of them: the window of time, and nothing that refreshes. */
	static String global(TimeWindow window) {
		return state("_g", Map.of("filters", List.of(), "refreshInterval", Map.of("pause", true, "value", 0), "time",
				Map.of("from", window.fromIso(), "to", window.toIso())));
	}

	/** The question as a query in KQL. */
	static Map<String, Object> kuery(LogQuestion question, FieldNames names) {
		return Map.of("language", "kuery", "query", Kql.of(question, names));
	}

	/**
	 * The {@code _a} of the pages that keep all but the window there.
	 * @param index id of the saved index pattern or data view
	 * @param query the question
	 * @param sort pairs of a field and a direction, or none for the page's own
	 * @param columns what is shown, or none for what the reader has chosen
	 */
	static String app(String index, Map<String, Object> query, List<List<String>> sort, List<String> columns) {
		Map<String, Object> app = new HashMap<>(
				Map.of("filters", List.of(), "index", index, "interval", "auto", "query", query, "sort", sort));
		if (!columns.isEmpty()) {
			app.put("columns", columns);
		}
		return state("_a", app);
	}

	/** What is shown of a line, besides its time. */
	static List<String> columns(FieldNames names) {
		return List.of(names.of(LogField.LEVEL), names.of(LogField.LOGGER), names.of(LogField.MESSAGE));
	}

	/**
	 * The tenant of the security plugin, before the {@code #}, or nothing
	 * ({@code server/multitenancy/tenant_resolver.ts} of
	 * {@code opensearch-project/security-dashboards-plugin}).
	 */
	static String tenant(LinkParts parts) {
		String tenant = parts.of(LinkPart.TENANT, "");
		return tenant.isEmpty() ? "" : "?security_tenant=" + PercentEncoding.encode(tenant);
	}

}
