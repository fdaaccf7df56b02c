package io.github.slacklogging.link;

import java.util.Map;

import tools.jackson.core.JsonGenerator;

/**
 * Grafana Explore, version 10 and later, with a data source of type Loki. Immutable.
 *
 * <p>
 * The form is documented: Grafana's documentation, "Get started with Explore", "Generate
 * Explore URLs from external tools" ({@code grafana/grafana},
 * {@code docs/sources/visualizations/explore/get-started-with-explore.md}). Which fields
 * are shown is not part of it, so columns are never named.
 */
final class GrafanaLoki implements LogStore {

	/** The service is the label that Loki itself sets; the others are not asked for. */
	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID, "trace_id",
			LogField.LOGGER, "logger", LogField.LEVEL, "level", LogField.MESSAGE, "message", LogField.SERVICE,
			"service_name", LogField.TIMESTAMP, "timestamp"));

	private final LinkParts parts;

	private final LogQl language;

	/**
	 * A store.
	 * @param parts the base URL, the UID of the data source, and perhaps the id of the
	 * organisation
	 * @param names only that of the service is used
	 */
	GrafanaLoki(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.language = new LogQl(names);
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		String panes = JsonText.object((json) -> pane(json, question));
		return this.parts.get(LinkPart.BASE_URL) + "/explore?schemaVersion=1&orgId="
				+ PercentEncoding.encode(this.parts.of(LinkPart.ORG, "1")) + "&panes=" + PercentEncoding.encode(panes);
	}

	/** A query begins with a stream, and streams are told apart by their labels. */
	@Override
	public boolean needsService() {
		return true;
	}

	private void pane(JsonGenerator json, LogQuestion question) {
		String source = this.parts.get(LinkPart.DATASOURCE_UID);
		json.writeObjectPropertyStart("slk");
		json.writeStringProperty("datasource", source);
		json.writeArrayPropertyStart("queries");
		json.writeStartObject();
		json.writeStringProperty("refId", "A");
		json.writeObjectPropertyStart("datasource");
		json.writeStringProperty("type", "loki");
		json.writeStringProperty("uid", source);
		json.writeEndObject();
		json.writeStringProperty("expr", this.language.query(question));
		json.writeStringProperty("queryType", "range");
		json.writeEndObject();
		json.writeEndArray();
		json.writeObjectPropertyStart("range");
		json.writeStringProperty("from", Long.toString(question.window().fromMillis()));
		json.writeStringProperty("to", Long.toString(question.window().toMillis()));
		json.writeEndObject();
		json.writeEndObject();
	}

}
