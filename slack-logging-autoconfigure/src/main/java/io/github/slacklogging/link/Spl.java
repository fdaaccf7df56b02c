package io.github.slacklogging.link;

import java.util.ArrayList;
import java.util.List;

/**
 * A question in SPL, Splunk's search processing language, see the Search Manual, "Search
 * command primer" and "Backslashes". Immutable.
 *
 * <p>
 * Between double quotes a pipe, a bracket and a backtick are plain characters, a quote
 * and a backslash are escaped. An asterisk cannot be: it stays a wildcard, and a second
 * step ({@code where}) compares exactly. A phrase is searched in the raw event, which may
 * be plain or JSON; JSON writes quotes, backslashes and control characters in another
 * way, so a phrase is cut into several there, and at asterisks: what is found holds all
 * the pieces.
 */
final class Spl {

	private final String index;

	private final FieldNames names;

	Spl(String index, FieldNames names) {
		this.index = index;
		this.names = names;
	}

	String query(LogQuestion question) {
		StringBuilder search = new StringBuilder("search index=").append(Quotes.around(this.index, '"'));
		StringBuilder where = new StringBuilder();
		for (Criterion criterion : question.criteria()) {
			if (criterion instanceof Criterion.Is is) {
				search.append(' ').append(name(is.field())).append('=').append(Quotes.around(is.value(), '"'));
				if (is.value().indexOf('*') >= 0) {
					where.append(where.isEmpty() ? " | where " : " AND ").append(exactly(is));
				}
			}
			else {
				pieces(((Criterion.Says) criterion).phrase())
					.forEach((piece) -> search.append(' ').append(Quotes.around(piece, '"')));
			}
		}
		return search.append(where).toString();
	}

	private String name(LogField field) {
		String name = this.names.of(field);
		return name.matches("[A-Za-z0-9_.]+") ? name : Quotes.around(name, '"');
	}

	private String exactly(Criterion.Is is) {
		return Quotes.around(this.names.of(is.field()), '\'') + "=" + Quotes.around(is.value(), '"');
	}

	private static List<String> pieces(String phrase) {
		List<String> pieces = new ArrayList<>();
		int start = 0;
		for (int end = 0; end <= phrase.length(); end++) {
			if (end == phrase.length() || phrase.charAt(end) == '*' || AnyLine.differs(phrase.charAt(end))) {
				String piece = phrase.substring(start, end).strip();
				if (!piece.isEmpty()) {
					pieces.add(piece);
				}
				start = end + 1;
			}
		}
		return pieces;
	}

}
