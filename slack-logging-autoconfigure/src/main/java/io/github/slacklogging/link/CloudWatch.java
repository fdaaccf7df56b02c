package io.github.slacklogging.link;

import java.util.Map;

/**
 * CloudWatch Logs Insights in the console of AWS. Immutable.
 *
 * <p>
 * AWS documents no such form. It is what the console itself writes into its address, as
 * many public repositories copy or build it; Grafana does so in
 * {@code public/app/plugins/datasource/cloudwatch/aws_url.ts}. In its fragment
 * {@code ? =} are {@code $3F $3D}. The partitions for China and for the US government
 * have hosts of their own.
 */
final class CloudWatch implements LogStore {

	/** As Boot's format {@code logstash} names them. */
	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID, "traceId",
			LogField.LOGGER, "logger_name", LogField.LEVEL, "level", LogField.MESSAGE, "message", LogField.SERVICE,
			"service", LogField.TIMESTAMP, "@timestamp"));

	private final LinkParts parts;

	private final LogsInsightsQl language;

	/**
	 * A store.
	 * @param parts the region and the log group
	 * @param names as the store discovers them
	 */
	CloudWatch(LinkParts parts, FieldNames names) {
		this.parts = parts;
		this.language = new LogsInsightsQl(names);
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		String region = PercentEncoding.encode(this.parts.get(LinkPart.REGION));
		return "https://" + region + "." + console(region) + "/cloudwatch/home?region=" + region
				+ "#logsV2:logs-insights$3FqueryDetail$3D" + detail(question, columns);
	}

	private String detail(LogQuestion question, boolean columns) {
		TimeWindow window = question.window();
		return "~(end" + Jsurl.text(window.toIso()) + "~start" + Jsurl.text(window.fromIso())
				+ "~timeType~'ABSOLUTE~tz~'UTC~editorString" + Jsurl.text(this.language.query(question, columns))
				+ "~source~(" + Jsurl.text(this.parts.get(LinkPart.LOG_GROUP)) + ")~lang~'CWLI)";
	}

	private static String console(String region) {
		if (region.startsWith("cn-")) {
			return "console.amazonaws.cn";
		}
		return region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com" : "console.aws.amazon.com";
	}

}
