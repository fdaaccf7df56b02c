package io.github.slacklogging.link;

import java.util.Map;

/**
 * Datadog's Log Explorer. Immutable.
 *
 * <p>
 * {@code query}, {@code cols} and {@code live} stand in links of Datadog's own
 * documentation ({@code DataDog/documentation}); {@code from_ts} and {@code to_ts}, in
 * milliseconds, in addresses that public repositories copied from the product. The host
 * of a site is {@code app.} and the site where that has no name before its domain
 * ({@code datadoghq.eu}), else the site itself ({@code us5.datadoghq.com}): "Getting
 * Started with Datadog Sites".
 */
final class Datadog implements LogStore {

	/** {@code service}, {@code status} and {@code trace_id} are reserved attributes. */
	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID, "trace_id",
			LogField.LOGGER, "logger.name", LogField.LEVEL, "status", LogField.MESSAGE, "message", LogField.SERVICE,
			"service", LogField.TIMESTAMP, "date"));

	private final LinkParts parts;

	private final DatadogSearch language;

	/**
	 * A store.
	 * @param parts the site
	 * @param names of attributes, without {@code @}
	 */
	Datadog(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.language = new DatadogSearch(names);
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		return "https://" + host() + "/logs?query=" + PercentEncoding.encode(this.language.query(question))
				+ (columns ? "&cols=" + PercentEncoding.encode(columns()) : "") + "&from_ts="
				+ question.window().fromMillis() + "&to_ts=" + question.window().toMillis() + "&live=false";
	}

	private String columns() {
		return this.language.attribute(LogField.SERVICE) + "," + this.language.attribute(LogField.LOGGER);
	}

	private String host() {
		String site = this.parts.of(LinkPart.SITE, "datadoghq.com");
		boolean domain = site.indexOf('.') == site.lastIndexOf('.');
		return PercentEncoding.encode(domain ? "app." + site : site);
	}

}
