package io.github.slacklogging.link;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question in Seq's filter language, see Seq's documentation, "The Seq Query Language".
 * Strings stand in single quotes and double them, a backslash is a plain character,
 * {@code Contains} finds a part: as in the public dialect
 * {@code serilog/serilog-expressions}. Comparisons with {@code DateTime} stand in many
 * public repositories. Immutable.
 */
final class SeqFilter {

	private final FieldNames names;

	SeqFilter(FieldNames names) {
		this.names = names;
	}

	String expression(LogQuestion question) {
		TimeWindow window = question.window();
		return Stream
			.concat(question.criteria().stream().map(this::condition),
					Stream.of("@Timestamp >= DateTime(" + quoted(window.fromIso()) + ")",
							"@Timestamp <= DateTime(" + quoted(window.toIso()) + ")"))
			.collect(Collectors.joining(" and "));
	}

	private String condition(Criterion criterion) {
		if (criterion instanceof Criterion.Is is) {
			return name(is.field()) + " = " + quoted(is.value());
		}
		return "Contains(" + name(LogField.MESSAGE) + ", " + quoted(((Criterion.Says) criterion).phrase()) + ")";
	}

	/** What is no chain of identifiers is looked up among the properties. */
	private String name(LogField field) {
		String name = this.names.of(field);
		boolean plain = name.matches("@?[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
		return plain ? name : "@Properties[" + quoted(name) + "]";
	}

	private static String quoted(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}
