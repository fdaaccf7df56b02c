package io.github.slacklogging.link;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A question in Google's Logging query language, see the documentation of Cloud Logging
 * under that title. Immutable.
 *
 * <p>
 * Comparisons on lines of their own must all hold. Strings stand in double quotes and a
 * backslash escapes, as in C; that control characters may be escaped so was not tried. A
 * colon means "contains". Both compare without regard to case.
 */
final class LoggingQueryLanguage {

	private final String project;

	private final FieldNames names;

	LoggingQueryLanguage(String project, FieldNames names) {
		this.project = project;
		this.names = names;
	}

	String query(LogQuestion question) {
		return question.criteria().stream().map(this::comparison).collect(Collectors.joining("\n"));
	}

	/** The path of a field. Segments with special characters stand in quotes. */
	String path(LogField field) {
		String name = this.names.of(field);
		if (name.indexOf('"') >= 0) {
			return name;
		}
		return Arrays.stream(name.split("\\."))
			.map((segment) -> segment.matches("[A-Za-z0-9_]+") ? segment : "\"" + segment + "\"")
			.collect(Collectors.joining("."));
	}

	private String comparison(Criterion criterion) {
		if (criterion instanceof Criterion.Is is) {
			return path(is.field()) + "=" + Quotes.onOneLine(value(is), '"');
		}
		return path(LogField.MESSAGE) + ":" + Quotes.onOneLine(((Criterion.Says) criterion).phrase(), '"');
	}

	/** The entry's own field {@code trace} holds the name of a resource. */
	private String value(Criterion.Is is) {
		boolean resource = this.names.of(is.field()).equals("trace");
		return resource ? "projects/" + this.project + "/traces/" + is.value() : is.value();
	}

}
