package io.github.slacklogging.link;

import java.util.stream.Collectors;

/**
 * A question as a filter expression of SigNoz, by its grammar ({@code SigNoz/signoz},
 * {@code grammar/FilterQuery.g4}). Immutable.
 *
 * <p>
 * Strings stand in single quotes, a backslash escapes. Keys cannot be quoted: they are
 * letters, digits and {@code _ . : -}. {@code CONTAINS} disregards case.
 */
final class SigNozFilter {

	private final FieldNames names;

	SigNozFilter(FieldNames names) {
		this.names = names;
	}

	String expression(LogQuestion question) {
		return question.criteria().stream().map(this::comparison).collect(Collectors.joining(" AND "));
	}

	private String comparison(Criterion criterion) {
		if (criterion instanceof Criterion.Is is) {
			return this.names.of(is.field()) + " = " + Quotes.around(is.value(), '\'');
		}
		return this.names.of(LogField.MESSAGE) + " CONTAINS "
				+ Quotes.around(((Criterion.Says) criterion).phrase(), '\'');
	}

}
