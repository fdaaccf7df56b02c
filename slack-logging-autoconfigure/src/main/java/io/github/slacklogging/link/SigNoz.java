package io.github.slacklogging.link;

import java.util.Map;

import tools.jackson.core.JsonGenerator;

/**
 * The logs explorer of SigNoz, in versions that have filter expressions. Immutable.
 *
 * <p>
 * The form is that of the product's own links in alerts ({@code SigNoz/signoz},
 * {@code pkg/contextlinks/links.go}): times of logs are in milliseconds, and the query is
 * encoded twice. A column there needs the type of its field, which nobody knows here, so
 * columns are never named.
 */
final class SigNoz implements LogStore {

	/** As OpenTelemetry names them. */
	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID, "trace_id",
			LogField.LOGGER, "scope_name", LogField.LEVEL, "severity_text", LogField.MESSAGE, "body", LogField.SERVICE,
			"service.name", LogField.TIMESTAMP, "timestamp"));

	private final LinkParts parts;

	private final SigNozFilter language;

	/**
	 * A store.
	 * @param parts the base URL
	 * @param names keys of logs
	 */
	SigNoz(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.language = new SigNozFilter(names);
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		String query = JsonText.object((json) -> query(json, this.language.expression(question)));
		TimeWindow window = question.window();
		return this.parts.get(LinkPart.BASE_URL) + "/logs/logs-explorer?compositeQuery="
				+ PercentEncoding.encode(PercentEncoding.encode(query)) + "&timeRange="
				+ PercentEncoding.encode(JsonText.object((json) -> range(json, window))) + "&startTime="
				+ window.fromMillis() + "&endTime=" + window.toMillis() + "&options="
				+ PercentEncoding.encode(JsonText.object(SigNoz::options));
	}

	private static void query(JsonGenerator json, String expression) {
		json.writeStringProperty("queryType", "builder");
		json.writeObjectPropertyStart("builder");
		json.writeArrayPropertyStart("queryData");
		json.writeStartObject();
		json.writeStringProperty("dataSource", "logs");
		json.writeStringProperty("queryName", "A");
		json.writeStringProperty("aggregateOperator", "noop");
		json.writeStringProperty("expression", "A");
		json.writeBooleanProperty("disabled", false);
		json.writeNumberProperty("stepInterval", 60);
		json.writeObjectPropertyStart("filter");
		json.writeStringProperty("expression", expression);
		json.writeEndObject();
		json.writeEndObject();
		json.writeEndArray();
		json.writeArrayPropertyStart("queryFormulas");
		json.writeEndArray();
		json.writeEndObject();
	}

	private static void range(JsonGenerator json, TimeWindow window) {
		json.writeNumberProperty("start", window.fromMillis());
		json.writeNumberProperty("end", window.toMillis());
		json.writeNumberProperty("pageSize", 100);
	}

	private static void options(JsonGenerator json) {
		json.writeNumberProperty("maxLines", 2);
		json.writeStringProperty("format", "list");
		json.writeArrayPropertyStart("selectColumns");
		json.writeEndArray();
	}

}
