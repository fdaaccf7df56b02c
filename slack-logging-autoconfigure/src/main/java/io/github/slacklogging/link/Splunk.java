package io.github.slacklogging.link;

import java.util.Map;

/**
 * Splunk's Search app. Immutable.
 *
 * <p>
 * {@code q}, {@code earliest} and {@code latest}, in seconds, stand in many public links;
 * no reference of Splunk was found that describes them. The locale is part of the path
 * and is {@code en-US}, which every installation has. Which fields are shown is not part
 * of the address, so columns are never named.
 */
final class Splunk implements LogStore {

	/** As Boot's format {@code logstash} names them. */
	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID, "traceId",
			LogField.LOGGER, "logger_name", LogField.LEVEL, "level", LogField.MESSAGE, "message", LogField.SERVICE,
			"service", LogField.TIMESTAMP, "_time"));

	private final LinkParts parts;

	private final Spl language;

	/**
	 * A store.
	 * @param parts the base URL, and the index as data set
	 * @param names as Splunk extracts them
	 */
	Splunk(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.language = new Spl(parts.get(LinkPart.DATASET), names);
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		return this.parts.get(LinkPart.BASE_URL) + "/en-US/app/search/search?q="
				+ PercentEncoding.encode(this.language.query(question)) + "&earliest=" + question.window().fromSeconds()
				+ "&latest=" + question.window().toSeconds();
	}

}
