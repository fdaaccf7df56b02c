package io.github.slacklogging.link;

import java.util.Map;

/**
 * Events in Seq. Immutable.
 *
 * <p>
 * {@code #/events?filter=} is the form of links in Seq's own notification apps and in
 * many public repositories. Parameters for a span of time could not be confirmed but for
 * relative ones, so the span is part of the filter. Which fields are shown is not part of
 * the address, so columns are never named.
 */
final class Seq implements LogStore {

	/** Names with an {@code @} are built in, the others properties. */
	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID, "@TraceId",
			LogField.LOGGER, "SourceContext", LogField.LEVEL, "@Level", LogField.MESSAGE, "@Message", LogField.SERVICE,
			"service", LogField.TIMESTAMP, "@Timestamp"));

	private final LinkParts parts;

	private final SeqFilter language;

	/**
	 * A store.
	 * @param parts the base URL
	 * @param names of properties
	 */
	Seq(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.language = new SeqFilter(names);
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		return this.parts.get(LinkPart.BASE_URL) + "/#/events?filter="
				+ PercentEncoding.encode(this.language.expression(question));
	}

}
