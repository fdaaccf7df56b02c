package io.github.slacklogging.link;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question in Datadog's search syntax, see its documentation, "Log Search Syntax".
 * Immutable.
 *
 * <p>
 * Attributes have an {@code @} before their name, the reserved ones have none. Between
 * double quotes wildcards are plain characters. Phrases are searched in the message.
 */
final class DatadogSearch {

	private static final Set<String> RESERVED = Set.of("host", "source", "status", "service", "trace_id", "message");

	private final FieldNames names;

	DatadogSearch(FieldNames names) {
		this.names = names;
	}

	String query(LogQuestion question) {
		return question.criteria().stream().map(this::term).collect(Collectors.joining(" "));
	}

	/** The name of an attribute as searches and columns write it. */
	String attribute(LogField field) {
		String name = this.names.of(field);
		return (RESERVED.contains(name) || name.startsWith("@")) ? name : "@" + name;
	}

	private String term(Criterion criterion) {
		if (criterion instanceof Criterion.Is is) {
			String attribute = attribute(is.field());
			// Datadog writes every status in lower case.
			String value = attribute.equals("status") ? is.value().toLowerCase(Locale.ROOT) : is.value();
			return attribute.replaceAll("[^A-Za-z0-9@_./]", "\\\\$0") + ":" + Quotes.around(value, '"');
		}
		return Quotes.around(((Criterion.Says) criterion).phrase(), '"');
	}

}
