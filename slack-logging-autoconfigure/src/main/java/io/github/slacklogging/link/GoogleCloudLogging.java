package io.github.slacklogging.link;

import java.util.Map;

/**
 * The Logs Explorer in Google's console. Immutable.
 *
 * <p>
 * Google documents no form. {@code query}, {@code timeRange}, {@code storageScope} and
 * {@code summaryFields} are written like this by {@code vvakame/gcplogurl} and stand in
 * addresses that public repositories copied from the console. They are matrix parameters,
 * so a semicolon in a value must be encoded. A summary field is a path with slashes,
 * encoded twice, as in those addresses.
 */
final class GoogleCloudLogging implements LogStore {

	/** Structured logs become {@code jsonPayload}; {@code trace} is understood, too. */
	static final FieldNames NAMES = new FieldNames(
			Map.of(LogField.LOG_ID, "jsonPayload.log_id", LogField.TRACE_ID, "jsonPayload.traceId", LogField.LOGGER,
					"jsonPayload.logger_name", LogField.LEVEL, "severity", LogField.MESSAGE, "jsonPayload.message",
					LogField.SERVICE, "jsonPayload.service", LogField.TIMESTAMP, "timestamp"));

	private final LinkParts parts;

	private final LoggingQueryLanguage language;

	/**
	 * A store.
	 * @param parts the project
	 * @param names paths in an entry
	 */
	GoogleCloudLogging(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.language = new LoggingQueryLanguage(parts.get(LinkPart.PROJECT), names);
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		TimeWindow window = question.window();
		return "https://console.cloud.google.com/logs/query;query="
				+ PercentEncoding.encode(this.language.query(question)) + ";storageScope=project;timeRange="
				+ PercentEncoding.encode(window.fromIso() + "/" + window.toIso()) + (columns ? summary() : "")
				+ "?project=" + PercentEncoding.encode(this.parts.get(LinkPart.PROJECT));
	}

	/** Shown in full: {@code false} is for cutting it to 32 characters. */
	private String summary() {
		String path = this.language.path(LogField.LOGGER);
		if (path.indexOf('"') >= 0) {
			// A dot in quotes ends no segment, and a logger is no reason to parse quotes.
			return "";
		}
		return ";summaryFields=" + PercentEncoding.encode(PercentEncoding.encode(path.replace('.', '/')))
				+ ":false:32:beginning";
	}

}
