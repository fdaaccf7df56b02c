package io.github.slacklogging.link;

import java.util.stream.Collectors;

/**
 * A question in the query language of CloudWatch Logs Insights, see the Amazon CloudWatch
 * Logs User Guide, "Logs Insights language query syntax". Immutable.
 *
 * <p>
 * Fields are those that the store discovers in lines of JSON. Strings stand in double
 * quotes; that a backslash escapes in them is common practice and not documented.
 */
final class LogsInsightsQl {

	private final FieldNames names;

	LogsInsightsQl(FieldNames names) {
		this.names = names;
	}

	/**
	 * A query.
	 * @param question what is looked for
	 * @param columns whether logger and level are shown beside time and message
	 */
	String query(LogQuestion question, boolean columns) {
		String filter = question.criteria().stream().map(this::condition).collect(Collectors.joining(" and "));
		String shown = columns ? name(LogField.LEVEL) + ", " + name(LogField.LOGGER) + ", " : "";
		return "fields @timestamp, " + shown + "@message\n| filter " + filter + "\n| sort @timestamp desc";
	}

	private String condition(Criterion criterion) {
		if (criterion instanceof Criterion.Is is) {
			return name(is.field()) + " = " + Quotes.onOneLine(is.value(), '"');
		}
		return name(LogField.MESSAGE) + " like " + Quotes.onOneLine(((Criterion.Says) criterion).phrase(), '"');
	}

	/** Backticks are needed for anything but letters, digits, {@code @ . _}. */
	private String name(LogField field) {
		String name = this.names.of(field);
		return name.matches("[A-Za-z0-9@._]+") ? name : "`" + name.replace("`", "") + "`";
	}

}
