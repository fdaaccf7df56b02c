package io.github.slacklogging.link;

import java.util.stream.Collectors;

/**
 * Writes a question in PPL, as what follows a source: the page adds the source and the
 * window of time.
 *
 * <p>
 * Quoting is told by {@code ppl/src/main/antlr/OpenSearchPPLLexer.g4} and
 * {@code StringUtils.unquoteText} of {@code opensearch-project/sql}: within single quotes
 * the quote and the backslash follow a backslash. Names always stand in backticks, so
 * that dots, the {@code @} and words of the language do no harm; a name that holds a
 * backtick itself cannot be written.
 *
 * <p>
 * No value may hold a bar. The page looks for bars in order to put the window behind the
 * first one, and pays no heed to quotes: it also puts blanks around all the others
 * ({@code insertWhereCommand} in
 * {@code src/plugins/query_enhancements/public/search/filters/ppl_filter_utils.ts} of
 * {@code opensearch-project/OpenSearch-Dashboards}).
 */
final class Ppl {

	private Ppl() {
	}

	static String of(LogQuestion question, FieldNames names) {
		return question.criteria()
			.stream()
			.map((criterion) -> condition(criterion, names))
			.collect(Collectors.joining(" and ", "| where ", ""));
	}

	private static String condition(Criterion criterion, FieldNames names) {
		if (criterion instanceof Criterion.Is is) {
			return condition("`" + names.of(is.field()) + "`", is.value());
		}
		// Words are compared, and a bar belongs to none.
		String phrase = ((Criterion.Says) criterion).phrase().replace('|', ' ');
		return "match_phrase(`" + names.of(LogField.MESSAGE) + "`, " + quoted(phrase) + ")";
	}

	private static String condition(String name, String value) {
		if (value.indexOf('|') < 0) {
			return name + " = " + quoted(value);
		}
		// Any one character for the bar, and for what means something to like.
		return name + " like " + quoted(value.replaceAll("[|%_*?\\\\]", "_"));
	}

	private static String quoted(String text) {
		return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
	}

}
