package io.github.slacklogging.link;

import java.util.Map;

/**
 * Honeycomb's query builder. Immutable.
 *
 * <p>
 * The parameter {@code query} is documented: Honeycomb's documentation, "Share a Query"
 * and "Query Specification". The path with team, environment and data set stands in many
 * public repositories; teams of the classic kind have no environments and no such part of
 * the path.
 */
final class Honeycomb implements LogStore {

	/** As OpenTelemetry's exporter and Honeycomb name them. */
	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID,
			"trace.trace_id", LogField.LOGGER, "library.name", LogField.LEVEL, "severity_text", LogField.MESSAGE,
			"body", LogField.SERVICE, "service.name", LogField.TIMESTAMP, "Timestamp"));

	private final LinkParts parts;

	private final HoneycombQuery language;

	/**
	 * A store.
	 * @param parts team and data set as their slugs, perhaps the environment as
	 * workspace, and perhaps the site, for Europe {@code eu1.honeycomb.io}
	 * @param names of columns
	 */
	Honeycomb(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.language = new HoneycombQuery(names);
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		return "https://ui." + PercentEncoding.encode(this.parts.of(LinkPart.SITE, "honeycomb.io")) + "/"
				+ part(LinkPart.TEAM)
				+ (this.parts.has(LinkPart.WORKSPACE) ? "/environments/" + part(LinkPart.WORKSPACE) : "") + "/datasets/"
				+ part(LinkPart.DATASET) + "?query=" + PercentEncoding.encode(this.language.json(question, columns));
	}

	private String part(LinkPart part) {
		return PercentEncoding.encode(this.parts.get(part));
	}

}
