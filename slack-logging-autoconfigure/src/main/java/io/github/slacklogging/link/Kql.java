package io.github.slacklogging.link;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a question in KQL, which OpenSearch Dashboards calls DQL; in both it is the
 * language {@code kuery}. A value in double quotes is matched as a phrase and knows no
 * wildcards.
 *
 * <p>
 * What is escaped is told by the grammars,
 * {@code src/plugins/data/common/opensearch_query/kuery/ast/kuery.peg} of
 * {@code opensearch-project/OpenSearch-Dashboards} and
 * {@code src/platform/packages/shared/kbn-es-query/src/kuery/grammar/grammar.peggy} of
 * {@code elastic/kibana}: within quotes the quote and the backslash; {@code \t},
 * {@code \r} and {@code \n} may be written so, which keeps a query on one line.
 */
final class Kql {

	private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.@-]+");

	/** What is no name when it stands without quotes. */
	private static final Set<String> WORDS = Set.of("and", "or", "not", "null", "true", "false");

	private Kql() {
	}

	static String of(LogQuestion question, FieldNames names) {
		return question.criteria()
			.stream()
			.map((criterion) -> condition(criterion, names))
			.collect(Collectors.joining(" and "));
	}

	private static String condition(Criterion criterion, FieldNames names) {
		if (criterion instanceof Criterion.Is is) {
			return condition(names.of(is.field()), is.value());
		}
		return condition(names.of(LogField.MESSAGE), ((Criterion.Says) criterion).phrase());
	}

	private static String condition(String name, String value) {
		return (isPlain(name) ? name : quoted(name)) + " : " + quoted(value);
	}

	private static boolean isPlain(String name) {
		return PLAIN_NAME.matcher(name).matches() && !WORDS.contains(name.toLowerCase(Locale.ROOT));
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\")
			.replace("\"", "\\\"")
			.replace("\t", "\\t")
			.replace("\r", "\\r")
			.replace("\n", "\\n") + '"';
	}

}
